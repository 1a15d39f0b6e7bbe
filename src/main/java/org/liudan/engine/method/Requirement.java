package org.liudan.engine.method;

import java.util.Locale;

/** How a form asks for a field. */
public enum Requirement {
    REQUIRED,
    OPTIONAL,
    /** Optional, and so seldom filled in that it is tucked away. */
    RARE;

    public boolean required() {
        return this == REQUIRED;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
