package org.liudan.engine.method;

/** A condition on the facts of an order. The rulebook parses, checks and compiles it. */
public interface Guard {

    boolean holds(Facts facts);

    /** True if it uses the answers of the form, so that it can't be evaluated before the form is filled in. */
    boolean asksAnswers();

    /** The text in the rulebook; empty for a guard without text, such as {@link #ALWAYS}. */
    default String source() {
        return "";
    }

    /** A guard that is always true. */
    Guard ALWAYS = new Guard() {
        @Override
        public boolean holds(Facts facts) {
            return true;
        }

        @Override
        public boolean asksAnswers() {
            return false;
        }
    };
}
