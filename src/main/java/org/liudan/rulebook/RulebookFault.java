package org.liudan.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something wrong in a file of the rulebook.
 *
 * @param line counted from 1
 * @param key a key of {@code faults.properties}
 */
public record RulebookFault(String file, int line, String key, List<Object> args) {

    /** What is wrong, in words, without the place. */
    public String reason(Locale locale) {
        var pattern = bundle("rulebook/faults", locale).getString(key);
        return new java.text.MessageFormat(pattern, locale).format(args.toArray());
    }

    /** File, line and reason in one line. */
    public String in(Locale locale) {
        return file + ":" + line + ": " + reason(locale);
    }

    /** Words in the language asked for, whatever the language of the machine. */
    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
