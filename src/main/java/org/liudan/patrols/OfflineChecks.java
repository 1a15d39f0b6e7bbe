package org.liudan.patrols;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.Method;
import org.liudan.web.PageContext;

/**
 * Selects the conditions of an action that depend on the answers only, so that a phone can check them offline. The server checks all
 * conditions when the visit is sent.
 */
final class OfflineChecks {

    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ANSWER = Pattern.compile("answers\\.([a-z0-9_]+)");
    /** Anything but answers: the order, its counts, parts and clocks, which may have changed when the visit is sent. */
    private static final Pattern OTHER_FACT = Pattern.compile("\\b(?!answers\\b)[a-z]+\\.[a-z0-9_]+\\b(?!\\()");

    private OfflineChecks() {}

    static List<OfflinePack.OfflineCheck> of(PageContext context, Method method, Action action) {
        return action.when().stream()
                .filter(condition -> condition.that().asksAnswers())
                .filter(condition -> !OTHER_FACT
                        .matcher(withoutTexts(condition.that().source()))
                        .find())
                .map(condition -> new OfflinePack.OfflineCheck(
                        condition.that().source(),
                        context.w(condition.otherwise()),
                        usedFields(method, condition.that().source())))
                .toList();
    }

    private static Map<String, String> usedFields(Method method, String source) {
        var names = ANSWER.matcher(withoutTexts(source))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return method.fields().values().stream()
                .filter(field -> names.contains(identifier(field)))
                .collect(Collectors.toMap(
                        Field::id, field -> field.type().fact().name().toLowerCase(Locale.ROOT)));
    }

    private static String withoutTexts(String source) {
        return TEXT.matcher(source).replaceAll("''");
    }

    private static String identifier(Field field) {
        return field.id().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
