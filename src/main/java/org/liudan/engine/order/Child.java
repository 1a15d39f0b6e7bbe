package org.liudan.engine.order;

import java.util.Optional;

/**
 * An order that another order opened, as the parent knows it from the child's reports.
 *
 * @param as the part the child has in the parent, for example {@code lead}
 * @param unit the unit the child was opened for
 * @param closed how the child ended; empty while it is open
 * @param late true after one of its clocks was breached
 */
public record Child(long id, String as, String method, String unit, Optional<String> closed, boolean late) {

    /** The value of {@code closed} for a child that could not be raised. */
    public static final String REFUSED = "refused";

    public boolean refused() {
        return closed.equals(Optional.of(REFUSED));
    }

    public boolean open() {
        return closed.isEmpty();
    }
}
