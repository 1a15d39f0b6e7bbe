package org.liudan.engine.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.calendar.Limit;
import org.liudan.calendar.WorkingCalendar;

/**
 * One run of a clock of an order: its deadline, and everything the deadline is computed from. The time of the order's
 * last change has no effect on it.
 *
 * @param run the number of the run: 1 for the clock's first run in the order
 * @param unit the unit responsible for it: the holder's unit when the run started
 * @param extendedBy working days added to the limit
 * @param settled false while the deadline is later than the last year whose holidays are published
 * @param escalated the number of escalations so far
 * @param escalateAt when the next escalation is due; empty before a breach
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

    public static ClockRun started(
            String clock, AlarmPlan alarms, int run, String unit, Limit limit, Instant at, WorkingCalendar calendar) {
        var none = Optional.<Instant>empty();
        return new ClockRun(clock, run, unit, limit, at, 0, List.of(), at, at, true, none, none, 0, none, none)
                .withDeadline(alarms, calendar);
    }

    public boolean running() {
        return endedAt.isEmpty();
    }

    public boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to().isEmpty();
    }

    /** True if the run is late, or ended late. A paused clock is never late. */
    public boolean overdue(Instant now) {
        return !paused() && (breachedAt.isPresent() || running() && now.isAfter(dueAt));
    }

    /** The time left until the deadline, counted as the limit counts. It doesn't change during a pause. */
    public Duration timeLeft(Instant now, WorkingCalendar calendar) {
        var at = paused() ? pauses.get(pauses.size() - 1).from() : now;
        return Deadline.elapsed(limit, at, dueAt, calendar);
    }

    /** When the next alarm is due. Empty while the clock is paused, after it ended, and after its last escalation. */
    public Optional<Instant> alarmAt() {
        if (!running() || paused()) {
            return Optional.empty();
        }
        if (breachedAt.isPresent()) {
            return escalateAt;
        }
        return Optional.of(warnedAt.isEmpty() && warnAt.isBefore(dueAt) ? warnAt : dueAt);
    }

    public ClockRun paused(Instant at) {
        var newPauses = new ArrayList<>(pauses);
        newPauses.add(new Pause(at, Optional.empty()));
        return with(limit, extendedBy, newPauses, endedAt);
    }

    public ClockRun resumed(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        var newPauses = new ArrayList<>(pauses);
        newPauses.add(new Pause(newPauses.remove(newPauses.size() - 1).from(), Optional.of(at)));
        return with(limit, extendedBy, newPauses, endedAt).redated(alarms, calendar);
    }

    /** Returns this run with another limit, counted from its start. Pauses still extend the deadline. */
    public ClockRun limited(Limit newLimit, AlarmPlan alarms, WorkingCalendar calendar) {
        return with(newLimit, extendedBy, pauses, endedAt).redated(alarms, calendar);
    }

    public ClockRun extended(int days, AlarmPlan alarms, WorkingCalendar calendar) {
        return with(limit, extendedBy + days, pauses, endedAt).redated(alarms, calendar);
    }

    public ClockRun ended(Instant at) {
        return with(limit, extendedBy, pauses, Optional.of(at));
    }

    public ClockRun warned(Instant at) {
        return withAlarms(Optional.of(at), breachedAt, escalated, escalateAt);
    }

    public ClockRun breached(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        return withAlarms(warnedAt, Optional.of(at), 0, nextEscalation(alarms, 0, calendar));
    }

    public ClockRun escalated(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        return withAlarms(
                warnedAt,
                breachedAt,
                escalated + 1,
                nextEscalation(alarms, escalated + 1, calendar)
                        .or(() -> alarms.repeatEvery().map(interval -> interval.due(at, calendar))));
    }

    /** Computes the deadline again. If the last warning was before the new warning time, a warning is due again. */
    public ClockRun redated(AlarmPlan alarms, WorkingCalendar calendar) {
        var dated = withDeadline(alarms, calendar);
        var warned = warnedAt.filter(at -> !dated.warnAt.isAfter(at));
        return dated.withAlarms(warned, dated.breachedAt, dated.escalated, dated.escalateAt);
    }

    /**
     * Computes the deadline. A breach before the new deadline is removed. A breach after it stays, and a repeated
     * escalation continues.
     */
    private ClockRun withDeadline(AlarmPlan alarms, WorkingCalendar calendar) {
        var deadline = Deadline.of(limit.longerBy(extendedBy), startedAt, pauses, alarms.warnAt(), calendar);
        var dated = new ClockRun(
                clock,
                run,
                unit,
                limit,
                startedAt,
                extendedBy,
                pauses,
                deadline.dueAt(),
                deadline.warnAt(),
                deadline.settled(),
                warnedAt,
                breachedAt,
                escalated,
                escalateAt,
                endedAt);
        if (breachedAt.isEmpty()) {
            return dated;
        }
        return breachedAt.get().isBefore(deadline.dueAt())
                ? dated.withAlarms(warnedAt, Optional.empty(), 0, Optional.empty())
                : dated.withAlarms(
                        warnedAt,
                        breachedAt,
                        escalated,
                        escalated < alarms.escalateAfter().size()
                                ? dated.nextEscalation(alarms, escalated, calendar)
                                : escalateAt);
    }

    private Optional<Instant> nextEscalation(AlarmPlan alarms, int level, WorkingCalendar calendar) {
        return level < alarms.escalateAfter().size()
                ? Optional.of(alarms.escalateAfter().get(level).due(dueAt, calendar))
                : Optional.empty();
    }

    private ClockRun with(Limit newLimit, int newExtendedBy, List<Pause> newPauses, Optional<Instant> ended) {
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
                ended);
    }

    private ClockRun withAlarms(
            Optional<Instant> warned, Optional<Instant> breached, int level, Optional<Instant> next) {
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
