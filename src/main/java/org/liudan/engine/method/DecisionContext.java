package org.liudan.engine.method;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.liudan.calendar.WorkingCalendar;

/**
 * Everything outside the order that a decision depends on. The same order and context always give the same decision.
 *
 * @param seal encrypts personal data for storage; the same text always gives the same result
 */
public record DecisionContext(
        Instant now,
        WorkingCalendar calendar,
        OrganisationLookup organisation,
        UnaryOperator<String> seal,
        OrderLookup orders) {}
