package org.liudan.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.orders.attachments.Attachments;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Reads the answers that a program sends for a form. It accepts only what the form of a page can send too. */
@Component
class SubmittedAnswers {

    private final Attachments attachments;

    SubmittedAnswers(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Reads the answers to a form.
     *
     * @param submitted by field; null for none
     * @param order the id of the order whose files an answer may refer to
     * @throws ApiRefusal if an answer is not a text, a number, a boolean or a list of those, or refers to another file
     */
    Map<String, Object> answers(
            @Nullable Map<String, @Nullable Object> submitted,
            Method method,
            Action action,
            long order,
            PageContext context) {
        var faults = new ArrayList<Reason>();
        var answers = new HashMap<String, Object>();
        if (submitted != null) {
            submitted.forEach((field, value) -> {
                if (!isPlainValue(value)) {
                    faults.add(new Reason("problem.field.value", List.of(), Optional.of(field)));
                } else if (value != null) {
                    answers.put(field, value);
                }
            });
        }
        answers.forEach((field, value) -> {
            if (action.form().containsKey(field) && method.field(field).type().files() && !ownFiles(value, order)) {
                faults.add(new Reason("problem.field.file", List.of(), Optional.of(field)));
            }
        });
        if (!faults.isEmpty()) {
            throw ApiRefusal.of(faults, context);
        }
        return answers;
    }

    private boolean ownFiles(Object value, long order) {
        var fileIds = attachments.of(order).stream().map(Attachments.Filed::id).toList();
        return value instanceof List<?> list ? fileIds.containsAll(list) : fileIds.contains(value.toString());
    }

    private static boolean isPlainValue(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().allMatch(item -> item != null && !(item instanceof List) && isPlainValue(item))
                : value == null
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof String text && isStorable(text);
    }

    /** False for a text with a NUL character or an unpaired surrogate, which PostgreSQL can't store. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
