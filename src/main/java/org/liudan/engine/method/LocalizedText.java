package org.liudan.engine.method;

import java.util.Locale;

/** A label in both languages of the product. */
public record LocalizedText(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
