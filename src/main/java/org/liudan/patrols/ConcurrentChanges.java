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
 * The state of a subject as a visitor last saw it. A visit noted hours ago must not silently overwrite changes that somebody else
 * has made since. Another recorded visit, or a deadline that passed, is not a conflict.
 *
 * @param step the id of the step; null if the phone did not send it
 * @param values the values of the fields, by field id; null if the phone did not send them
 */
record ConcurrentChanges(@Nullable String step, @Nullable Map<String, Object> values) {

    /** Returns the conflicts that the visitor must look at before the visit is recorded; empty when nothing has changed. */
    List<Reason> conflicts(
            PageContext context,
            Seals seals,
            Method method,
            Action action,
            Order current,
            Map<String, Object> currentValues,
            Map<String, Object> answers) {
        var reasons = new ArrayList<Reason>();
        if (!current.step().equals(step) && step != null && method.steps().containsKey(step)) {
            reasons.add(Reason.of(
                    "patrol.moved-on",
                    context.w(method.step(step).name()),
                    context.w(method.step(current.step()).name())));
        }
        action.form().keySet().stream()
                .map(method::field)
                .filter(field -> field.kept()
                        && !field.type().personal()
                        && !field.type().files())
                .filter(field -> !isSame(seenValue(field.id()), currentValues.get(field.id()))
                        && !isSame(answers.get(field.id()), currentValues.get(field.id())))
                .forEach(field -> {
                    var values = new FieldValues(context, seals);
                    reasons.add(new Reason(
                            "patrol.changed",
                            List.of(
                                    context.w(field.name()),
                                    orEmptyText(context, values.of(field, seenValue(field.id()))),
                                    orEmptyText(context, values.of(field, currentValues.get(field.id())))),
                            Optional.of(field.id())));
                });
        return reasons;
    }

    private static String orEmptyText(PageContext context, String value) {
        return value.isEmpty() ? context.t("patrol.empty") : value;
    }

    private @Nullable Object seenValue(String field) {
        return values == null ? null : values.get(field);
    }

    private static boolean isSame(@Nullable Object first, @Nullable Object second) {
        return normalize(first).equals(normalize(second));
    }

    private static Object normalize(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).sorted().toList()
                : Objects.requireNonNullElse(value, "").toString();
    }
}
