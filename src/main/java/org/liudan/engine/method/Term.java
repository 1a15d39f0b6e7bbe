package org.liudan.engine.method;

import org.liudan.calendar.Limit;

/** A limit as a rule states it: fixed, or answered in a field. */
public sealed interface Term {

    /** Always the same limit. */
    record Fixed(Limit limit) implements Term {}

    /** The limit that was answered in a field of working days or in a date field. */
    record Decided(String field) implements Term {}
}
