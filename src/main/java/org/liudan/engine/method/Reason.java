package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * Why something was refused. A page shows it in the reader's language.
 *
 * @param key a message key, for example {@code reason.required}
 * @param args the arguments of the message: {@link LocalizedText}, texts or numbers
 * @param field the id of the form field that the reason is about, if any
 */
public record Reason(String key, List<Object> args, Optional<String> field) {

    public static Reason of(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.empty());
    }

    /** The same reason, about a field of the form. */
    public Reason at(Field formField) {
        return new Reason(key, args, Optional.of(formField.id()));
    }
}
