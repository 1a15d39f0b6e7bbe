package org.liudan.engine;

import java.util.Locale;

/** How a form asks for a field. */
public enum Need {
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
