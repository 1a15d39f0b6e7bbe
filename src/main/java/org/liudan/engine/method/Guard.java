package org.liudan.engine.method;

/** A condition over the facts of an order; written, checked and compiled by the rulebook. */
public interface Guard {

    boolean holds(Facts facts);

    /** True when it speaks of what is being filled in, so that it can't be judged before. */
    boolean asksAnswers();

    /** As the rulebook writes it; empty for one that nobody wrote. */
    default String source() {
        return "";
    }

    /** Always true. */
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
