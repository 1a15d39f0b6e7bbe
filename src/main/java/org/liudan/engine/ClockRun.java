package org.liudan.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;
import org.liudan.calendar.WorkingCalendar;

/**
 * One run of a clock of an order: everything that its deadline follows from, and the deadline. It never looks at when
 * the order was last touched.
 *
 * @param run 1 for the clock's first run in the order, 2 for its second
 * @param unit who answers for it: the holder when it started
 * @param extendedBy working days granted on top of the limit
 * @param settled false while the deadline lies beyond the published holidays
 * @param escalated how many escalations have happened
 * @param escalateAt when the next one is due, once breached
 */
public record ClockRun(
        String clock,
        int run,
        String unit,
        Limit limit,
        Instant startedAt,
        int extendedBy,
        List<Pause> pauses,
        Instant dueAt,
        Instant warnAt,
        boolean settled,
        Optional<Instant> warnedAt,
        Optional<Instant> breachedAt,
        int escalated,
        Optional<Instant> escalateAt,
        Optional<Instant> endedAt) {

    static ClockRun started(ClockRule rule, int run, String unit, Limit limit, Instant at, WorkingCalendar calendar) {
        return new ClockRun(
                        rule.id(),
                        run,
                        unit,
                        limit,
                        at,
                        0,
                        List.of(),
                        at,
                        at,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty())
                .dated(rule, calendar);
    }

    public boolean running() {
        return endedAt.isEmpty();
    }

    public boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to().isEmpty();
    }

    public boolean overdue(Instant now) {
        return breachedAt.isPresent() || running() && !paused() && now.isAfter(dueAt);
    }

    /** When the clock wants attention next; none while paused or ended or when everybody has been told. */
    public Optional<Instant> alarmAt() {
        if (!running() || paused()) {
            return Optional.empty();
        }
        if (breachedAt.isPresent()) {
            return escalateAt;
        }
        return Optional.of(warnedAt.isEmpty() && warnAt.isBefore(dueAt) ? warnAt : dueAt);
    }

    ClockRun paused(Instant at) {
        var longer = new ArrayList<>(pauses);
        longer.add(new Pause(at, Optional.empty()));
        return with(limit, extendedBy, longer);
    }

    ClockRun resumed(Instant at, ClockRule rule, WorkingCalendar calendar) {
        var ended = new ArrayList<>(pauses);
        ended.add(new Pause(ended.remove(ended.size() - 1).from(), Optional.of(at)));
        return with(limit, extendedBy, ended).dated(rule, calendar);
    }

    ClockRun limited(Limit to, ClockRule rule, WorkingCalendar calendar) {
        return with(to, extendedBy, pauses).dated(rule, calendar);
    }

    /** Lengthened; a warning already given is owed again for the new deadline. */
    ClockRun extended(int days, ClockRule rule, WorkingCalendar calendar) {
        var longer = with(limit, extendedBy + days, pauses).dated(rule, calendar);
        return longer.told(Optional.empty(), breachedAt, escalated, escalateAt);
    }

    ClockRun ended(Instant at) {
        return new ClockRun(
                clock,
                run,
                unit,
                limit,
                startedAt,
                extendedBy,
                pauses,
                dueAt,
                warnAt,
                settled,
                warnedAt,
                breachedAt,
                escalated,
                escalateAt,
                Optional.of(at));
    }

    ClockRun warned(Instant at) {
        return told(Optional.of(at), breachedAt, escalated, escalateAt);
    }

    ClockRun breached(Instant at, ClockRule rule, WorkingCalendar calendar) {
        return told(warnedAt, Optional.of(at), 0, nextEscalation(rule, 0, calendar));
    }

    ClockRun escalated(ClockRule rule, WorkingCalendar calendar) {
        return told(warnedAt, breachedAt, escalated + 1, nextEscalation(rule, escalated + 1, calendar));
    }

    /** The same run with its deadline worked out by this calendar. */
    ClockRun dated(ClockRule rule, WorkingCalendar calendar) {
        var base = limit.longerBy(extendedBy).due(startedAt, calendar);
        var stood = stoodStill(calendar);
        var due = base;
        if (!stood.isZero()) {
            due = limit.aroundTheClock()
                    ? base.plus(stood)
                    : calendar.closing(calendar.dayOf(calendar.plusWorkingTime(base, stood)));
        }
        var warn = limit.aroundTheClock()
                ? startedAt.plus(share(Duration.between(startedAt, due), rule.warnAt()))
                : calendar.plusWorkingTime(
                        startedAt, share(calendar.workingTimeBetween(startedAt, due), rule.warnAt()));
        return new ClockRun(
                clock,
                run,
                unit,
                limit,
                startedAt,
                extendedBy,
                pauses,
                due,
                warn,
                calendar.isSettled(startedAt, due),
                warnedAt,
                breachedAt,
                escalated,
                escalateAt,
                endedAt);
    }

    private Duration stoodStill(WorkingCalendar calendar) {
        var total = Duration.ZERO;
        for (var pause : pauses) {
            var until = pause.to().orElse(pause.from());
            total = total.plus(
                    limit.aroundTheClock()
                            ? Duration.between(pause.from(), until)
                            : calendar.workingTimeBetween(pause.from(), until));
        }
        return total;
    }

    private static Duration share(Duration whole, double share) {
        return Duration.ofMinutes(Math.round(whole.toMinutes() * share));
    }

    private Optional<Instant> nextEscalation(ClockRule rule, int level, WorkingCalendar calendar) {
        return level < rule.escalations().size()
                ? Optional.of(rule.escalations().get(level).after().due(dueAt, calendar))
                : Optional.empty();
    }

    private ClockRun with(Limit newLimit, int newExtendedBy, List<Pause> newPauses) {
        return new ClockRun(
                clock,
                run,
                unit,
                newLimit,
                startedAt,
                newExtendedBy,
                List.copyOf(newPauses),
                dueAt,
                warnAt,
                settled,
                warnedAt,
                breachedAt,
                escalated,
                escalateAt,
                endedAt);
    }

    private ClockRun told(Optional<Instant> warned, Optional<Instant> breached, int level, Optional<Instant> next) {
        return new ClockRun(
                clock,
                run,
                unit,
                limit,
                startedAt,
                extendedBy,
                pauses,
                dueAt,
                warnAt,
                settled,
                warned,
                breached,
                level,
                next,
                endedAt);
    }
}
