package org.liudan.journeys;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each journey its {@link Town} and closes the windows afterwards. */
final class TownExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(TownExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("A browser is installed");
        }
        var missing = "未找到浏览器，跳过浏览器测试 / No browser found, journeys are skipped. Install Chromium or name one in "
                + Chromium.VARIABLE;
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing);
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println("[WARNING] " + context.getDisplayName() + ": " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var chromium = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Chromium.class);
        var town = new Town(chromium.browser(), SpringExtension.getApplicationContext(context));
        context.getStore(NAMESPACE).put(Town.class, town);
        return town;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var town = context.getStore(NAMESPACE).get(Town.class, Town.class);
        if (town == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            town.photographFailure(context.getRequiredTestMethod().getName());
        }
        var complaints = town.close();
        Optional.of(complaints).filter(list -> !list.isEmpty()).ifPresent(list -> {
            throw new AssertionError("The browser complained: " + String.join("\n", list));
        });
    }
}
