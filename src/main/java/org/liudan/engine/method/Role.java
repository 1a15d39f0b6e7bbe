package org.liudan.engine.method;

/** Who may take an action, as a rule writes it. */
public sealed interface Role {

    /** A resident who holds the tracking code. */
    record Resident() implements Role {
        @Override
        public String toString() {
            return "resident";
        }
    }

    /** The program, for example at a deadline. */
    record Machine() implements Role {
        @Override
        public String toString() {
            return "system";
        }
    }

    /** The current holder of the order. */
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
