package org.liudan.engine.method;

import org.liudan.calendar.Limit;

/** A limit as a rule states it: fixed, or decided in a form field of the action. */
public sealed interface Term {

    /** Always the same. */
    record Fixed(Limit limit) implements Term {}

    /** What was answered in a field of working days or a date. */
    record Decided(String field) implements Term {}
}
