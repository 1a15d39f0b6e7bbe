package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;
import org.liudan.engine.order.AlarmPlan;

/**
 * A deadline that a rule sets.
 *
 * @param warnAt the share of the working time, between 0 and 1, after which a warning is due
 * @param escalations whom a breach is carried to, and when
 * @param again how often the last escalation is repeated until somebody acts
 * @param open true for a promise to the resident, who sees it
 * @param then the action the program takes when it runs out, instead of a breach
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

    /** The breach goes to a post when it has lasted this long, and the program takes the action named. */
    public record Escalation(Limit after, Role.PostOf to, Optional<String> then) {}

    /** When its runs ask for attention. */
    public AlarmPlan alarms() {
        return new AlarmPlan(warnAt, escalations.stream().map(Escalation::after).toList(), again);
    }

    /** An escalation by its number; the last one stands for all that repeat it. */
    public Escalation escalation(int number) {
        return escalations.get(Math.min(number, escalations.size() - 1));
    }
}
