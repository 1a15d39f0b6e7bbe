package org.liudan.patrols;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.wording.FieldValues;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;

/**
 * What has become of a subject since a visitor last saw it: a visit noted hours ago must not undo unseen what somebody else
 * has changed since. That another visit was recorded, or a limit passed, is no reason to ask.
 *
 * @param step where the subject stood
 * @param values what its fields held
 */
record ConcurrentChanges(@Nullable String step, @Nullable Map<String, Object> values) {

    /** Why somebody should look again before the visit is recorded; nothing when all is as it was seen. */
    List<Reason> changes(
            PageContext screen,
            Seals seals,
            Method method,
            Action action,
            Order now,
            Map<String, Object> held,
            Map<String, Object> answers) {
        var reasons = new ArrayList<Reason>();
        if (!now.step().equals(step) && step != null && method.steps().containsKey(step)) {
            reasons.add(Reason.of(
                    "patrol.moved-on",
                    screen.w(method.step(step).name()),
                    screen.w(method.step(now.step()).name())));
        }
        action.form().keySet().stream()
                .map(method::field)
                .filter(field -> field.kept()
                        && !field.type().personal()
                        && !field.type().files())
                .filter(field -> !same(seen(field.id()), held.get(field.id()))
                        && !same(answers.get(field.id()), held.get(field.id())))
                .forEach(field -> {
                    var values = new FieldValues(screen, seals);
                    reasons.add(new Reason(
                            "patrol.changed",
                            List.of(
                                    screen.w(field.name()),
                                    said(screen, values.of(field, seen(field.id()))),
                                    said(screen, values.of(field, held.get(field.id())))),
                            Optional.of(field.id())));
                });
        return reasons;
    }

    private static String said(PageContext screen, String value) {
        return value.isEmpty() ? screen.t("patrol.empty") : value;
    }

    private @Nullable Object seen(String field) {
        return values == null ? null : values.get(field);
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return plain(one).equals(plain(other));
    }

    private static Object plain(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Object::toString).sorted().toList()
                : Objects.requireNonNullElse(value, "").toString();
    }
}
