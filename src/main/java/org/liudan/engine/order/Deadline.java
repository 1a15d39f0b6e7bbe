package org.liudan.engine.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liudan.calendar.Limit;
import org.liudan.calendar.WorkingCalendar;

/**
 * The deadline of a clock run and the time of its warning, computed from limit, start and pauses.
 *
 * @param settled false while the deadline is later than the last year whose holidays are published
 */
record Deadline(Instant dueAt, Instant warnAt, boolean settled) {

    /**
     * Computes both. A pause that began before the deadline extends it.
     *
     * @param warnAt the share of the time without pauses, between 0 and 1, after which the warning is due
     */
    static Deadline of(Limit limit, Instant startedAt, List<Pause> pauses, double warnAt, WorkingCalendar calendar) {
        var first = limit.due(startedAt, calendar);
        var due = first;
        var pausedTime = Duration.ZERO;
        for (var pause : pauses) {
            if (pause.from().isBefore(due)) {
                pausedTime =
                        pausedTime.plus(elapsed(limit, pause.from(), pause.to().orElse(pause.from()), calendar));
                due = postponed(limit, first, pausedTime, calendar);
            }
        }
        var total = elapsed(limit, startedAt, due, calendar);
        var warnAfter = pausedTime.plus(share(total.minus(pausedTime), warnAt));
        var warn = limit.aroundTheClock() ? startedAt.plus(warnAfter) : calendar.plusWorkingTime(startedAt, warnAfter);
        return new Deadline(due, warn, calendar.isSettled(startedAt, due));
    }

    /** If the limit counts business hours, the postponed deadline is at a close of business too. */
    private static Instant postponed(Limit limit, Instant due, Duration by, WorkingCalendar calendar) {
        if (limit.aroundTheClock() || by.isZero()) {
            return due.plus(by);
        }
        return calendar.closing(calendar.dayOf(calendar.plusWorkingTime(due, by)));
    }

    /** The time between two instants, in business hours or around the clock as the limit says. */
    static Duration elapsed(Limit limit, Instant from, Instant to, WorkingCalendar calendar) {
        if (!limit.aroundTheClock()) {
            return calendar.workingTimeBetween(from, to);
        }
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Duration share(Duration total, double share) {
        return Duration.ofMinutes(Math.round(total.toMinutes() * share));
    }
}
