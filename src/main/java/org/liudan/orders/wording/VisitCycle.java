package org.liudan.orders.wording;

import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.web.PageContext;

/**
 * How a subject stands in its cycle of visits.
 *
 * @param run the clock within which it has to be visited; empty when it has none that runs
 * @param visited true once it has been visited
 */
public record VisitCycle(Optional<ClockRun> run, boolean visited) {

    /** Of a subject, by the version of the register that it is kept by. */
    public static VisitCycle of(Method method, Order subject) {
        var register = method.register().orElseThrow();
        return new VisitCycle(
                register.cycle().flatMap(subject::clock).filter(ClockRun::running), register.visited(subject) > 0);
    }

    /** As in {@link ClockView}; grey where nothing runs. */
    public String light(PageContext screen) {
        return run.map(one ->
                        one.overdue(screen.now()) ? "red" : one.warnAt().isAfter(screen.now()) ? "green" : "amber")
                .orElse("grey");
    }

    /** The day of the last visit; empty when there was none. */
    public String lastVisit(PageContext screen) {
        return visited ? run.map(ClockRun::startedAt).map(screen::day).orElse("") : "";
    }
}
