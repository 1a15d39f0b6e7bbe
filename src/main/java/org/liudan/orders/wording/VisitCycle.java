package org.liudan.orders.wording;

import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.web.PageContext;

/**
 * Where a subject is in its cycle of visits.
 *
 * @param run the clock that limits the time to the next visit; empty if none runs
 * @param visited true once it has been visited
 */
public record VisitCycle(Optional<ClockRun> run, boolean visited) {

    /** The cycle of a subject, by the subject's own version of the register. */
    public static VisitCycle of(Method method, Order subject) {
        var register = method.register().orElseThrow();
        return new VisitCycle(
                register.cycle().flatMap(subject::clock).filter(ClockRun::running), register.visited(subject) > 0);
    }

    /** The light as in {@link ClockView}; grey if no clock runs. */
    public String light(PageContext context) {
        return run.map(clock -> clock.overdue(context.now())
                        ? "red"
                        : clock.warnAt().isAfter(context.now()) ? "green" : "amber")
                .orElse("grey");
    }

    /** The day of the last visit; empty if there was none. */
    public String lastVisit(PageContext context) {
        return visited ? run.map(ClockRun::startedAt).map(context::day).orElse("") : "";
    }
}
