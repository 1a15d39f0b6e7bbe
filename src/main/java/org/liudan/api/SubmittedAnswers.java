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

/** Reads the answers that a program gives to a form, as far as a page's form could give them too. */
@Component
class SubmittedAnswers {

    private final Attachments attachments;

    SubmittedAnswers(Attachments files) {
        this.attachments = files;
    }

    /**
     * The answers to a form.
     *
     * @param order whose files may be named
     * @throws Refusal when one is neither a text, a number, yes or no, nor a list of those
     */
    Map<String, Object> answers(
            @Nullable Map<String, @Nullable Object> given,
            Method method,
            Action action,
            long order,
            PageContext screen) {
        var faults = new ArrayList<Reason>();
        var answers = new HashMap<String, Object>();
        if (given != null) {
            given.forEach((field, value) -> {
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
            throw ApiRefusal.of(faults, screen);
        }
        return answers;
    }

    private boolean ownFiles(Object value, long order) {
        var own = attachments.of(order).stream().map(Attachments.Filed::id).toList();
        return value instanceof List<?> several ? own.containsAll(several) : own.contains(value.toString());
    }

    private static boolean isPlainValue(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().allMatch(one -> one != null && !(one instanceof List) && isPlainValue(one))
                : value == null
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof String text && isStorable(text);
    }

    /** No text has characters that no database keeps, and none has half a character. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
