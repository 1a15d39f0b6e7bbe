package org.liudan.engine.method;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.liudan.calendar.WorkingCalendar;

/**
 * The world in which something is decided.
 *
 * @param seal turns personal data into what is kept at rest; the same text always gives the same seal
 */
public record DecisionContext(
        Instant now,
        WorkingCalendar calendar,
        OrganisationLookup offices,
        UnaryOperator<String> seal,
        OrderLookup fellows) {}
