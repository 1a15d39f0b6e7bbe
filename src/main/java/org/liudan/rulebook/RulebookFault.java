package org.liudan.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * An error in a file of the rulebook.
 *
 * @param line counted from 1
 * @param key a key of {@code faults.properties}
 * @param args the values for the placeholders of its text
 */
public record RulebookFault(String file, int line, String key, List<Object> args) {

    /** The text of the error, without file and line. */
    public String reason(Locale locale) {
        var pattern = bundle("rulebook/faults", locale).getString(key);
        return new java.text.MessageFormat(pattern, locale).format(args.toArray());
    }

    /** File, line and text of the error in one line. */
    public String in(Locale locale) {
        return file + ":" + line + ": " + reason(locale);
    }

    /** The texts of this locale, whatever the default locale of the machine is. */
    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
