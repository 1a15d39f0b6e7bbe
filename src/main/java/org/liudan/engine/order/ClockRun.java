package org.liudan.engine.order;

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

    public static ClockRun started(
            String clock, AlarmPlan alarms, int run, String unit, Limit limit, Instant at, WorkingCalendar calendar) {
        var none = Optional.<Instant>empty();
        return new ClockRun(clock, run, unit, limit, at, 0, List.of(), at, at, true, none, none, 0, none, none)
                .dated(alarms, calendar);
    }

    public boolean running() {
        return endedAt.isEmpty();
    }

    public boolean paused() {
        return !pauses.isEmpty() && pauses.get(pauses.size() - 1).to().isEmpty();
    }

    /** Late, or ended late. A clock that stands still is never late. */
    public boolean overdue(Instant now) {
        return !paused() && (breachedAt.isPresent() || running() && now.isAfter(dueAt));
    }

    /** The time left until the deadline, as the limit counts it; while the clock stands still it stays what it was. */
    public Duration left(Instant now, WorkingCalendar calendar) {
        var at = paused() ? pauses.get(pauses.size() - 1).from() : now;
        return Deadline.time(limit, at, dueAt, calendar);
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

    public ClockRun paused(Instant at) {
        var longer = new ArrayList<>(pauses);
        longer.add(new Pause(at, Optional.empty()));
        return with(limit, extendedBy, longer, endedAt);
    }

    public ClockRun resumed(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        var ended = new ArrayList<>(pauses);
        ended.add(new Pause(ended.remove(ended.size() - 1).from(), Optional.of(at)));
        return with(limit, extendedBy, ended, endedAt).redated(alarms, calendar);
    }

    /** Under another limit, counted from when it started; the time that it stood still stays given back. */
    public ClockRun limited(Limit to, AlarmPlan alarms, WorkingCalendar calendar) {
        return with(to, extendedBy, pauses, endedAt).redated(alarms, calendar);
    }

    public ClockRun extended(int days, AlarmPlan alarms, WorkingCalendar calendar) {
        return with(limit, extendedBy + days, pauses, endedAt).redated(alarms, calendar);
    }

    public ClockRun ended(Instant at) {
        return with(limit, extendedBy, pauses, Optional.of(at));
    }

    public ClockRun warned(Instant at) {
        return told(Optional.of(at), breachedAt, escalated, escalateAt);
    }

    public ClockRun breached(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        return told(warnedAt, Optional.of(at), 0, nextEscalation(alarms, 0, calendar));
    }

    public ClockRun escalated(Instant at, AlarmPlan alarms, WorkingCalendar calendar) {
        return told(
                warnedAt,
                breachedAt,
                escalated + 1,
                nextEscalation(alarms, escalated + 1, calendar)
                        .or(() -> alarms.repeatEvery().map(again -> again.due(at, calendar))));
    }

    /** The same run towards a deadline that was moved; a warning that came too early for it is owed again. */
    public ClockRun redated(AlarmPlan alarms, WorkingCalendar calendar) {
        var dated = dated(alarms, calendar);
        var still = warnedAt.filter(at -> !dated.warnAt.isAfter(at));
        return dated.told(still, dated.breachedAt, dated.escalated, dated.escalateAt);
    }

    /** With its deadline worked out anew. A breach before the new deadline was none; one after it stands, and a repeated escalation goes on. */
    private ClockRun dated(AlarmPlan alarms, WorkingCalendar calendar) {
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
                ? dated.told(warnedAt, Optional.empty(), 0, Optional.empty())
                : dated.told(
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
