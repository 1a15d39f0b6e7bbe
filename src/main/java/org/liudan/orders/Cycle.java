package org.liudan.orders;

import java.util.Optional;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.kit.Screen;

/**
 * How a subject stands in its cycle of visits.
 *
 * @param run the clock within which it has to be visited; empty when it has none that runs
 * @param visited true once it has been visited
 */
public record Cycle(Optional<ClockRun> run, boolean visited) {

    /** Of a subject, by the version of the register that it is kept by. */
    public static Cycle of(Method method, Order subject) {
        var register = method.register().orElseThrow();
        return new Cycle(
                register.cycle().flatMap(subject::clock).filter(ClockRun::running), register.visited(subject) > 0);
    }

    /** As in {@link ClockView}; grey where nothing runs. */
    public String light(Screen screen) {
        return run.map(one ->
                        one.overdue(screen.now()) ? "red" : one.warnAt().isAfter(screen.now()) ? "green" : "amber")
                .orElse("grey");
    }

    /** The day of the last visit; empty when there was none. */
    public String lastVisit(Screen screen) {
        return visited ? run.map(ClockRun::startedAt).map(screen::day).orElse("") : "";
    }
}
