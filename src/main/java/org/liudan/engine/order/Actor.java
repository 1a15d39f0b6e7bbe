package org.liudan.engine.order;

/** Who acts on an order. */
public sealed interface Actor {

    /**
     * A person acting in a post of a unit.
     *
     * @param unit the unit's code
     * @param post the kind of post, for example {@code clerk}
     * @param person the account's name
     */
    record Officer(String unit, String post, String person) implements Actor {

        public Seat seat() {
            return new Seat(unit, post);
        }
    }

    /** A resident who holds the tracking code of the order. */
    record Resident() implements Actor {}

    /** The program itself, for example when a deadline passes or the calendar changes. */
    record Machine() implements Actor {}

    /** Another order, through a message. */
    record Another(long order) implements Actor {}
}
