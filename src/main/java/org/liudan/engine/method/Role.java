package org.liudan.engine.method;

/** Who may act, as a rule writes it. */
public sealed interface Role {

    /** The holder of the tracking code. */
    record Resident() implements Role {
        @Override
        public String toString() {
            return "resident";
        }
    }

    /** The program when a clock runs out. */
    record Machine() implements Role {
        @Override
        public String toString() {
            return "system";
        }
    }

    /** Whoever holds the order now. */
    record Holder() implements Role {
        @Override
        public String toString() {
            return "holder";
        }
    }

    /** A post of a party's unit, for example {@code street.dispatcher}. */
    record PostOf(String party, String post) implements Role {
        @Override
        public String toString() {
            return party + "." + post;
        }
    }
}
