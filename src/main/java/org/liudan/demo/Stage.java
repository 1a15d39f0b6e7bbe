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

/** What all who play a part in one story share. */
record Stage(
        Plot plot,
        SampleMessage message,
        String community,
        Cast cast,
        WorkingCalendar calendar,
        Phrases phrases,
        Random lots) {

    private static final int LONG_BEFORE_CLOSING = 40;

    String say(String kind) {
        return phrases.pick(kind, lots);
    }

    boolean chance(int percent) {
        return lots.nextInt(100) < percent;
    }

    /** Something that may well not be filled in. */
    String perhaps(int percent, String kind) {
        return chance(percent) ? say(kind) : "";
    }

    Optional<StoryMove> move(Actor by, String action, Instant at, Object... answers) {
        var filled = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i].toString(), answers[i + 1]);
        }
        return Optional.of(new StoryMove(by, action, Map.copyOf(filled), at, false));
    }

    /** Some working minutes after the order's last event. */
    Instant later(Order order, int least, int most) {
        int minutes = plot.brisk() ? 6 + lots.nextInt(25) : least + lots.nextInt(most - least);
        var passing = Duration.ofMinutes(minutes);
        return plot.hurried() ? order.changedAt().plus(passing) : calendar.plusWorkingTime(order.changedAt(), passing);
    }

    /** As {@link #later}, but nine times out of ten before the clock runs out. */
    Instant promptly(Order order, String clock, int least, int most) {
        var at = later(order, least, most);
        var due = order.clock(clock).filter(ClockRun::running).map(ClockRun::dueAt);
        if (due.isEmpty() || !at.isAfter(due.get()) || !chance(90)) {
            return at;
        }
        var justBefore = due.get().minus(Duration.ofMinutes(5L + lots.nextInt(LONG_BEFORE_CLOSING)));
        return justBefore.isAfter(order.changedAt()) ? justBefore : at;
    }

    Instant after(Instant start, Duration working) {
        return calendar.plusWorkingTime(start, working);
    }

    LocalDate day(Order order) {
        return calendar.dayOf(order.changedAt());
    }

    static int did(Order order, String action) {
        return order.did().getOrDefault(action, 0);
    }

    static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
