package org.liudan.engine.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liudan.calendar.Limit;
import org.liudan.calendar.WorkingCalendar;

/**
 * When a clock falls due and when a warning is, worked out from everything that bears on it.
 *
 * @param settled false while the deadline lies beyond the published holidays
 */
record Deadline(Instant dueAt, Instant warnAt, boolean settled) {

    /** Time that the clock stood still before it was late is given back. */
    static Deadline of(Limit limit, Instant startedAt, List<Pause> pauses, double warnAt, WorkingCalendar calendar) {
        var first = limit.due(startedAt, calendar);
        var due = first;
        var stood = Duration.ZERO;
        for (var pause : pauses) {
            if (pause.from().isBefore(due)) {
                stood = stood.plus(time(limit, pause.from(), pause.to().orElse(pause.from()), calendar));
                due = later(limit, first, stood, calendar);
            }
        }
        var whole = time(limit, startedAt, due, calendar);
        var warnAfter = stood.plus(share(whole.minus(stood), warnAt));
        var warn = limit.aroundTheClock() ? startedAt.plus(warnAfter) : calendar.plusWorkingTime(startedAt, warnAfter);
        return new Deadline(due, warn, calendar.isSettled(startedAt, due));
    }

    /** Where business hours count, a deadline that is moved ends at a close of business as well. */
    private static Instant later(Limit limit, Instant due, Duration by, WorkingCalendar calendar) {
        if (limit.aroundTheClock() || by.isZero()) {
            return due.plus(by);
        }
        return calendar.closing(calendar.dayOf(calendar.plusWorkingTime(due, by)));
    }

    /** Time as the limit counts it: by the wall clock or in business hours. */
    static Duration time(Limit limit, Instant from, Instant to, WorkingCalendar calendar) {
        if (!limit.aroundTheClock()) {
            return calendar.workingTimeBetween(from, to);
        }
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Duration share(Duration whole, double share) {
        return Duration.ofMinutes(Math.round(whole.toMinutes() * share));
    }
}
