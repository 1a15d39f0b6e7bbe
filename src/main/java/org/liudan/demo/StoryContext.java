package org.liudan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** The data that all parts of one story share. */
record StoryContext(
        StoryPlan plan,
        SampleMessage message,
        String community,
        DemoAccounts accounts,
        WorkingCalendar calendar,
        Phrases phrases,
        Random random) {

    /** In minutes. */
    private static final int LONG_BEFORE_CLOSING = 40;

    /** Returns a random phrase of a kind. */
    String phrase(String kind) {
        return phrases.pick(kind, random);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns a phrase with a probability in percent, otherwise an empty text. */
    String optionalPhrase(int percent, String kind) {
        return chance(percent) ? phrase(kind) : "";
    }

    Optional<StoryMove> move(Actor by, String action, Instant at, Object... answers) {
        var fields = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            fields.put(answers[i].toString(), answers[i + 1]);
        }
        return Optional.of(new StoryMove(by, action, Map.copyOf(fields), at, false));
    }

    /** Returns a time some working minutes after the order's last event. */
    Instant later(Order order, int min, int max) {
        int minutes = plan.brisk() ? 6 + random.nextInt(25) : min + random.nextInt(max - min);
        var workingTime = Duration.ofMinutes(minutes);
        return plan.hurried()
                ? order.changedAt().plus(workingTime)
                : calendar.plusWorkingTime(order.changedAt(), workingTime);
    }

    /** Like {@link #later}, but before the clock is due in nine of ten cases. */
    Instant promptly(Order order, String clock, int min, int max) {
        var at = later(order, min, max);
        var due = order.clock(clock).filter(ClockRun::running).map(ClockRun::dueAt);
        if (due.isEmpty() || !at.isAfter(due.get()) || !chance(90)) {
            return at;
        }
        var justBefore = due.get().minus(Duration.ofMinutes(5L + random.nextInt(LONG_BEFORE_CLOSING)));
        return justBefore.isAfter(order.changedAt()) ? justBefore : at;
    }

    /** Returns the time after some working time. */
    Instant after(Instant start, Duration working) {
        return calendar.plusWorkingTime(start, working);
    }

    LocalDate day(Order order) {
        return calendar.dayOf(order.changedAt());
    }

    /** Returns how often an action was done on the order. */
    static int timesDone(Order order, String action) {
        return order.did().getOrDefault(action, 0);
    }

    static Instant latest(Instant first, Instant second) {
        return first.isBefore(second) ? second : first;
    }
}
