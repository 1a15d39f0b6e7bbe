package org.liudan.orders.wording;

import java.time.Instant;
import org.liudan.engine.order.ClockRun;
import org.liudan.web.PageContext;

/**
 * A running clock as it is shown.
 *
 * @param light {@code green}, {@code amber} once the warning is due, {@code red} when overdue, {@code grey} when paused
 * @param settled false while the deadline may still move with next year's holidays
 */
public record ClockView(String name, String light, String due, Instant dueAt, boolean settled) {

    static String light(Instant due, Instant warn, boolean paused, Instant now) {
        if (paused) {
            return "grey";
        }
        return now.isAfter(due) ? "red" : now.isBefore(warn) ? "green" : "amber";
    }

    public static ClockView of(ClockRun run, String name, PageContext screen) {
        return new ClockView(
                name,
                light(run.dueAt(), run.warnAt(), run.paused(), screen.now()),
                run.paused() ? screen.t("due.paused") : screen.due(run.dueAt()),
                run.dueAt(),
                run.settled());
    }
}
