package org.liudan.engine.method;

import java.util.Locale;

/** Whether a form requires a field. */
public enum Requirement {
    REQUIRED,
    OPTIONAL,
    /** Optional, and so rarely filled in that the form hides it at first. */
    RARE;

    public boolean required() {
        return this == REQUIRED;
    }

    /** The name in the rulebook. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
