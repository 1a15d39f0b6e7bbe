package org.liudan.engine.order;

import java.util.Optional;

/**
 * An order that another one opened for a unit, as the other one knows it.
 *
 * @param as the part it has there, for example {@code lead}
 * @param unit the unit it was opened for
 * @param closed how it ended, once it has
 * @param late true once one of its clocks was breached
 */
public record Child(long id, String as, String method, String unit, Optional<String> closed, boolean late) {

    /** How a part ended that could not be raised. */
    public static final String REFUSED = "refused";

    public boolean refused() {
        return closed.equals(Optional.of(REFUSED));
    }

    public boolean open() {
        return closed.isEmpty();
    }
}
