package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;
import org.liudan.engine.order.AlarmPlan;

/**
 * A clock of a method: the rule for a deadline.
 *
 * @param warnAt the share of the working time, between 0 and 1, after which a warning is due
 * @param escalations whom to notify after a breach, and when
 * @param again how often the last escalation is repeated; empty if it happens only once
 * @param open true if the resident sees the deadline, as a promise
 * @param then the action that the program takes at the deadline, instead of a breach
 */
public record ClockRule(
        String id,
        LocalizedText name,
        Term term,
        double warnAt,
        List<Escalation> escalations,
        Optional<Limit> again,
        boolean open,
        Optional<String> then) {

    /**
     * A post is notified some time after the deadline, and the program takes an action.
     *
     * @param after the time after the deadline
     * @param then the action that the program takes, if any
     */
    public record Escalation(Limit after, Role.PostOf to, Optional<String> then) {}

    /** When its runs raise alarms. */
    public AlarmPlan alarms() {
        return new AlarmPlan(warnAt, escalations.stream().map(Escalation::after).toList(), again);
    }

    /** An escalation by its number, from 0. Numbers beyond the list mean the last escalation, which is repeated. */
    public Escalation escalation(int number) {
        return escalations.get(Math.min(number, escalations.size() - 1));
    }
}
