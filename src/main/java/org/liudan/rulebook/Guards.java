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
import java.util.Optional;
import org.liudan.engine.FactType;
import org.liudan.engine.Facts;
import org.liudan.engine.Formula;
import org.liudan.engine.Guard;

/** Compiles expressions of the Common Expression Language over the facts of an order: guards, and computed columns. */
final class Guards {

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final Map<String, FactType> names;
    private final CelCompiler compiler;

    Guards(Map<String, FactType> names) {
        this.names = names;
        this.compiler = compiler(SimpleType.BOOL);
    }

    /** Compiles a guard; an expression that doesn't type-check is a fault and never holds. */
    Guard compile(Part part) {
        var source = part.text();
        return program(compiler, part)
                .<Guard>map(program -> new Expression(source, source.contains("answers."), program))
                .orElse(Guard.ALWAYS);
    }

    /** Compiles what a column follows from; an expression that doesn't type-check is a fault and gives nothing. */
    Formula formula(Part part) {
        return program(compiler(SimpleType.DYN), part).<Formula>map(Column::new).orElse(facts -> Optional.empty());
    }

    private CelCompiler compiler(CelType result) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(result);
        names.forEach((name, type) -> builder.addVar(name, type(type)));
        return builder.build();
    }

    private static Optional<CelRuntime.Program> program(CelCompiler compiler, Part part) {
        var source = part.text();
        var result = compiler.compile(source);
        if (result.hasError()) {
            part.fault("guard", source, result.getErrors().get(0).getMessage());
            return Optional.empty();
        }
        try {
            return Optional.of(RUNTIME.createProgram(result.getAst()));
        } catch (CelEvaluationException | dev.cel.common.CelValidationException invalid) {
            part.fault("guard", source, String.valueOf(invalid.getMessage()));
            return Optional.empty();
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

    private record Column(CelRuntime.Program program) implements Formula {

        @Override
        public Optional<Object> value(Facts facts) {
            try {
                return Optional.ofNullable(program.eval((CelVariableResolver) facts::value));
            } catch (CelEvaluationException nothingToTell) {
                return Optional.empty();
            }
        }
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
