package org.liudan.organisation;

import org.liudan.engine.method.LocalizedText;

/**
 * What an appeal is about.
 *
 * @param code one of the five categories, or a subject within one, for example {@code infrastructure.road}
 */
public record Category(String code, LocalizedText name) {

    /** The category of the five to which it belongs. */
    public String group() {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    public boolean isGroup() {
        return code.indexOf('.') < 0;
    }
}
