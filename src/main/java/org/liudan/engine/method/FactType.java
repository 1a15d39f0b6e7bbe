package org.liudan.engine.method;

import java.util.List;

/** The types a guard can speak of, each with the value that stands for "not given". */
public enum FactType {
    TEXT,
    NUMBER,
    YES_NO,
    TEXTS;

    public Object nothing() {
        return switch (this) {
            case TEXT -> "";
            case NUMBER -> 0L;
            case YES_NO -> false;
            case TEXTS -> List.of();
        };
    }
}
