package org.liudan.organisation;

import org.liudan.engine.method.LocalizedText;

/**
 * The subject of an appeal.
 *
 * @param code one of the five main categories, or a subcategory, for example {@code infrastructure.road}
 */
public record Category(String code, LocalizedText name) {

    /** The code of its main category. */
    public String group() {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    /** True for a main category. */
    public boolean isGroup() {
        return code.indexOf('.') < 0;
    }
}
