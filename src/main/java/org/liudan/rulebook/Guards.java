package org.liudan.rulebook;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import org.liudan.engine.FactType;
import org.liudan.engine.Facts;
import org.liudan.engine.Guard;

/** Compiles guards: expressions of the Common Expression Language over the facts of an order, answering yes or no. */
final class Guards {

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final CelCompiler compiler;

    Guards(Map<String, FactType> names) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
        names.forEach((name, type) -> builder.addVar(name, type(type)));
        this.compiler = builder.build();
    }

    /** Compiles one; an expression that doesn't type-check is a fault and never holds. */
    Guard compile(Part part) {
        var source = part.text();
        var result = compiler.compile(source);
        if (result.hasError()) {
            part.fault("guard", source, result.getErrors().get(0).getMessage());
            return Guard.ALWAYS;
        }
        try {
            return new Expression(source, source.contains("answers."), RUNTIME.createProgram(result.getAst()));
        } catch (CelEvaluationException | dev.cel.common.CelValidationException invalid) {
            part.fault("guard", source, String.valueOf(invalid.getMessage()));
            return Guard.ALWAYS;
        }
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case YES_NO -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
        };
    }

    private record Expression(String source, boolean asksAnswers, CelRuntime.Program program) implements Guard {

        @Override
        public boolean holds(Facts facts) {
            try {
                return Boolean.TRUE.equals(program.eval((CelVariableResolver) facts::value));
            } catch (CelEvaluationException failed) {
                throw new IllegalStateException(
                        "Guard " + source + " on order " + facts.order().id(), failed);
            }
        }
    }
}
