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
 * The conditions of an action that need nothing but what is filled in, so that a phone can judge them where there is no
 * signal. The server judges all of them when the visit is sent.
 */
final class OfflineChecks {

    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ANSWER = Pattern.compile("answers\\.([a-z0-9_]+)");
    /** The order, its counts, its parts, its clocks: what may be otherwise by the time the visit is sent. */
    private static final Pattern ELSE = Pattern.compile("\\b(?!answers\\b)[a-z]+\\.[a-z0-9_]+\\b(?!\\()");

    private OfflineChecks() {}

    static List<OfflinePack.Check> of(PageContext screen, Method method, Action action) {
        return action.when().stream()
                .filter(condition -> condition.that().asksAnswers())
                .filter(condition ->
                        !ELSE.matcher(withoutTexts(condition.that().source())).find())
                .map(condition -> new OfflinePack.Check(
                        condition.that().source(),
                        screen.w(condition.otherwise()),
                        asked(method, condition.that().source())))
                .toList();
    }

    private static Map<String, String> asked(Method method, String source) {
        var names = ANSWER.matcher(withoutTexts(source))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        return method.fields().values().stream()
                .filter(field -> names.contains(spoken(field)))
                .collect(Collectors.toMap(
                        Field::id, field -> field.type().fact().name().toLowerCase(Locale.ROOT)));
    }

    private static String withoutTexts(String source) {
        return TEXT.matcher(source).replaceAll("''");
    }

    private static String spoken(Field field) {
        return field.id().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
