package org.liudan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liudan.calendar.WorkingCalendar;

/** Chooses when stories begin: in the last half year, more often on working days and mostly in daytime. */
final class StoryDates {

    private static final int DAYS = 182;
    /** The hours of the day; an hour that is listed more often is chosen more often. */
    private static final int[] HOURS = {
        7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 14, 15, 15, 15, 16, 16, 17, 18, 19, 20, 20, 21, 22
    };

    private static final int WORKING_MINUTES_A_DAY = 390;

    /** The maximum time in working days that an order has been at the step at which it stays open; some are late by then. */
    private static final Map<String, Double> MAX_AGES = Map.ofEntries(
            Map.entry("placing", 1.2),
            Map.entry("triage", 1.2),
            Map.entry("solving", 3.8),
            Map.entry("explaining", 4.0),
            Map.entry("signing", 1.2),
            Map.entry("tracking", 6.5),
            Map.entry("street-work", 5.0),
            Map.entry("accepting", 1.3),
            Map.entry("handling", 9.0),
            Map.entry("limit-setting", 2.6),
            Map.entry("extension-asked", 1.6),
            Map.entry("hang-up-asked", 1.6),
            Map.entry("hung-up", 9.0),
            Map.entry("refereeing", 2.8),
            Map.entry("rating", 3.8),
            Map.entry("reviewing", 2.6));

    private final WorkingCalendar calendar;
    private final Instant now;
    private final List<LocalDate> days = new ArrayList<>();

    StoryDates(WorkingCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
        var today = calendar.dayOf(now);
        for (var day = today.minusDays(DAYS); day.isBefore(today.plusDays(1)); day = day.plusDays(1)) {
            for (int times = calendar.isWorkingDay(day) ? 4 : 1; times > 0; times--) {
                days.add(day);
            }
        }
    }

    /** Returns a random time in the half year. */
    Instant randomTime(Random random) {
        var day = days.get(random.nextInt(days.size()));
        var hour = HOURS[random.nextInt(HOURS.length)];
        var at = day.atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(calendar.hours().zone())
                .toInstant();
        return at.isBefore(now) ? at : now.minus(Duration.ofMinutes(5L + random.nextInt(600)));
    }

    /** Returns the start of a brisk story that reaches a step a plausible time ago. */
    Instant startFor(String step, Random random) {
        double age = MAX_AGES.getOrDefault(step, 3.0) * random.nextDouble();
        return workingTimeAgo(Duration.ofMinutes(Math.round(age * WORKING_MINUTES_A_DAY) + 150));
    }

    /** Returns a time today that is early enough for a hurried story. */
    Instant today(Random random) {
        return now.minus(Duration.ofMinutes(200L + random.nextInt(120)));
    }

    /** Returns a working time shortly after a given time. */
    Instant nextWorkingTime(Instant from, Random random) {
        return calendar.plusWorkingTime(from, Duration.ofMinutes(1L + random.nextInt(30)));
    }

    /** Finds the time before now by bisection, to the minute. */
    private Instant workingTimeAgo(Duration working) {
        long before = now.minus(Duration.ofDays(60)).getEpochSecond();
        long after = now.getEpochSecond();
        while (after - before > 60) {
            long middle = (before + after) / 2;
            if (calendar.workingTimeBetween(Instant.ofEpochSecond(middle), now).compareTo(working) >= 0) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Instant.ofEpochSecond(before);
    }
}
