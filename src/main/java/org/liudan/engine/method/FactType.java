package org.liudan.engine.method;

import java.util.List;

/** The types of values in guards and formulas, each with the value that means "not given". */
public enum FactType {
    TEXT,
    NUMBER,
    YES_NO,
    TEXTS;

    /** The value that means "not given". */
    public Object emptyValue() {
        return switch (this) {
            case TEXT -> "";
            case NUMBER -> 0L;
            case YES_NO -> false;
            case TEXTS -> List.of();
        };
    }
}
