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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.liudan.engine.method.FactType;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Formula;
import org.liudan.engine.method.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/** Compiles expressions of the Common Expression Language over the facts of an order: guards and computed columns. */
final class GuardCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(GuardCompiler.class);

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().build();

    private final Map<String, FactType> names;
    private final boolean published;
    private final Supplier<CelCompiler> guards = SingletonSupplier.of(() -> compiler(SimpleType.BOOL));
    private final Supplier<CelCompiler> formulas = SingletonSupplier.of(() -> compiler(SimpleType.DYN));

    /**
     * @param names the names that expressions may use, with their types
     * @param published true if the text was checked when it was published. Its expressions are then compiled when they are
     *     first used, because there are hundreds and the start would wait for all of them
     */
    GuardCompiler(Map<String, FactType> names, boolean published) {
        this.names = names;
        this.published = published;
    }

    /** Compiles a guard. An expression that doesn't type-check is a fault; its guard is {@link Guard#ALWAYS}. */
    Guard compile(YamlPart part) {
        var source = part.text();
        return compiled(guards, part)
                .<Guard>map(program -> new CompiledGuard(source, source.contains("answers."), program))
                .orElse(Guard.ALWAYS);
    }

    /** Compiles the formula of a column. An expression that doesn't type-check is a fault; its formula has no value. */
    Formula formula(YamlPart part) {
        return compiled(formulas, part).<Formula>map(CompiledFormula::new).orElse(facts -> Optional.empty());
    }

    private Optional<Supplier<CelRuntime.Program>> compiled(Supplier<CelCompiler> compiler, YamlPart part) {
        if (published) {
            var strict = part.reportingTo(fault -> {
                throw new RulebookFaults(List.of(fault));
            });
            return Optional.of(
                    SingletonSupplier.of(() -> program(compiler.get(), strict).orElseThrow()));
        }
        return program(compiler.get(), part).map(program -> () -> program);
    }

    private CelCompiler compiler(CelType result) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(result);
        names.forEach((name, type) -> builder.addVar(name, type(type)));
        return builder.build();
    }

    private static Optional<CelRuntime.Program> program(CelCompiler compiler, YamlPart part) {
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

    private record CompiledFormula(Supplier<CelRuntime.Program> program) implements Formula {

        @Override
        public Optional<Object> value(Facts facts) {
            try {
                return Optional.ofNullable(program.get().eval((CelVariableResolver) facts::value));
            } catch (CelEvaluationException withoutValue) {
                return Optional.empty();
            }
        }
    }

    private record CompiledGuard(String source, boolean asksAnswers, Supplier<CelRuntime.Program> program)
            implements Guard {

        @Override
        public boolean holds(Facts facts) {
            try {
                return Boolean.TRUE.equals(program.get().eval((CelVariableResolver) facts::value));
            } catch (CelEvaluationException failed) {
                // the order must stay usable: what can't be judged is not allowed
                LOG.error(
                        "Order {}: the guard {} can't be evaluated",
                        facts.order().id(),
                        source,
                        failed);
                return false;
            }
        }
    }
}
