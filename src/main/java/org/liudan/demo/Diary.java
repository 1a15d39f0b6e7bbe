package org.liudan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liudan.calendar.WorkingCalendar;

/** When things begin: over the last half year, more on working days, mostly when people are about. */
final class Diary {

    private static final int DAYS = 182;
    private static final int[] HOURS = {
        7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 14, 15, 15, 15, 16, 16, 17, 18, 19, 20, 20, 21, 22
    };
    private static final int WORKING_DAY = 390;

    /** How long ago, in working days, an order may have come to the step at which it is to be found; some are late. */
    private static final Map<String, Double> AGES = Map.ofEntries(
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

    Diary(WorkingCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
        var today = calendar.dayOf(now);
        for (var day = today.minusDays(DAYS); day.isBefore(today.plusDays(1)); day = day.plusDays(1)) {
            for (int times = calendar.isWorkingDay(day) ? 4 : 1; times > 0; times--) {
                days.add(day);
            }
        }
    }

    /** Some moment of the half year. */
    Instant anyTime(Random lots) {
        var day = days.get(lots.nextInt(days.size()));
        var hour = HOURS[lots.nextInt(HOURS.length)];
        var at = day.atTime(hour, lots.nextInt(60), lots.nextInt(60))
                .atZone(calendar.hours().zone())
                .toInstant();
        return at.isBefore(now) ? at : now.minus(Duration.ofMinutes(5L + lots.nextInt(600)));
    }

    /** A moment from which a brisk story comes to the step a fitting time before now. */
    Instant leadingTo(String step, Random lots) {
        double age = AGES.getOrDefault(step, 3.0) * lots.nextDouble();
        return workingTimeAgo(Duration.ofMinutes(Math.round(age * WORKING_DAY) + 150));
    }

    /** Early enough today for a hurried story. */
    Instant today(Random lots) {
        return now.minus(Duration.ofMinutes(200L + lots.nextInt(120)));
    }

    /** The first working moment after some time. */
    Instant atWork(Instant from, Random lots) {
        return calendar.plusWorkingTime(from, Duration.ofMinutes(1L + lots.nextInt(30)));
    }

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
