package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * Why something was refused, so that a page can say it in the reader's language.
 *
 * @param key a message key, for example {@code reason.required}
 * @param args what the message mentions: {@link LocalizedText}, texts or numbers
 * @param field the form field concerned, if one is
 */
public record Reason(String key, List<Object> args, Optional<String> field) {

    public static Reason of(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.empty());
    }

    public Reason at(Field asked) {
        return new Reason(key, args, Optional.of(asked.id()));
    }
}
