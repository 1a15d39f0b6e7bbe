package org.liudan.engine;

import java.util.Optional;

/** What the rules ask of the other orders. */
public interface Fellows {

    /** An id that no order has had before. */
    long nextId();

    /** The order of this number, if the one who names it may see it. */
    Optional<Fellow> find(String number);

    /** Another order, as far as a rule may know it. */
    record Fellow(long id, String method, boolean open) {}
}
