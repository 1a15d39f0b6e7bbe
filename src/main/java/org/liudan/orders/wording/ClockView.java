package org.liudan.orders.wording;

import java.time.Instant;
import org.liudan.engine.order.ClockRun;
import org.liudan.web.PageContext;

/**
 * A running clock on a page.
 *
 * @param light {@code green}, {@code amber} after the warning, {@code red} if overdue, {@code grey} if paused
 * @param settled false while next year's holidays, not yet published, may still move the deadline
 */
public record ClockView(String name, String light, String due, Instant dueAt, boolean settled) {

    static String light(Instant due, Instant warn, boolean paused, Instant now) {
        if (paused) {
            return "grey";
        }
        return now.isAfter(due) ? "red" : now.isBefore(warn) ? "green" : "amber";
    }

    public static ClockView of(ClockRun run, String name, PageContext context) {
        return new ClockView(
                name,
                light(run.dueAt(), run.warnAt(), run.paused(), context.now()),
                run.paused() ? context.t("due.paused") : context.due(run.dueAt()),
                run.dueAt(),
                run.settled());
    }
}
