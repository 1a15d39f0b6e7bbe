package org.liudan.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one place that knows what working time is: deadlines, time left and time passed are all asked here, so that they
 * can't disagree. Immutable; a change of holidays is a new calendar.
 *
 * <p>A day that no arrangement names is worked from Monday to Friday. A year without any arrangement is not published
 * yet: days in it are answered by that rule, and {@link #isSettled} tells that the answer may still change.
 */
public final class WorkingCalendar {

    private final BusinessHours hours;
    private final Map<LocalDate, HolidayArrangement> arrangements;
    private final Set<Integer> years;

    public WorkingCalendar(BusinessHours hours, Collection<HolidayArrangement> arrangements) {
        this.hours = hours;
        this.arrangements = arrangements.stream()
                .collect(Collectors.toUnmodifiableMap(HolidayArrangement::date, Function.identity()));
        this.years = arrangements.stream()
                .map(arrangement -> arrangement.date().getYear())
                .collect(Collectors.toUnmodifiableSet());
    }

    public BusinessHours hours() {
        return hours;
    }

    /** The day in the office's own zone. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(hours.zone()).toLocalDate();
    }

    public boolean isWorkingDay(LocalDate day) {
        var arrangement = arrangements.get(day);
        if (arrangement != null) {
            return !arrangement.off();
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** True when every year from {@code from} to {@code to} has been published, so that a count between them is final. */
    public boolean isSettled(Instant from, Instant to) {
        for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }

    /** The {@code days}-th working day after {@code day}, which is itself not counted. */
    public LocalDate workingDayAfter(LocalDate day, int days) {
        var last = day;
        for (int counted = 0; counted < days; counted++) {
            last = workingDayOnOrAfter(last.plusDays(1));
        }
        return last;
    }

    public LocalDate workingDayOnOrAfter(LocalDate day) {
        var working = day;
        while (!isWorkingDay(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    LocalDate workingDayOnOrBefore(LocalDate day) {
        var working = day;
        while (!isWorkingDay(working)) {
            working = working.minusDays(1);
        }
        return working;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }

    /** The close of business on {@code day}. */
    public Instant closing(LocalDate day) {
        return day.atTime(hours.closing()).atZone(hours.zone()).toInstant();
    }

    /** The next close of business of a working day that is later than {@code instant}. */
    public Instant closingOnOrAfter(Instant instant) {
        var today = dayOf(instant);
        if (isWorkingDay(today) && instant.isBefore(closing(today))) {
            return closing(today);
        }
        return closing(workingDayOnOrAfter(today.plusDays(1)));
    }

    /** Working time between two instants; zero when {@code to} is not later than {@code from}. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        var first = dayOf(from);
        var last = dayOf(to);
        var whole = hours.perDay().multipliedBy(workingDaysBetween(first, last));
        return whole.plus(passed(first).minus(passedBy(from)))
                .minus(passed(last).minus(passedBy(to)));
    }

    /** The earliest instant by which {@code working} time has passed since {@code from}. */
    public Instant plusWorkingTime(Instant from, Duration working) {
        if (working.isZero() || working.isNegative()) {
            return from;
        }
        var day = dayOf(from);
        var left = working.plus(passedBy(from));
        while (left.compareTo(passed(day)) > 0) {
            left = left.minus(passed(day));
            day = workingDayOnOrAfter(day.plusDays(1));
        }
        return day.atTime(hours.timeAfter(left)).atZone(hours.zone()).toInstant();
    }

    private Duration passed(LocalDate day) {
        return isWorkingDay(day) ? hours.perDay() : Duration.ZERO;
    }

    private Duration passedBy(Instant instant) {
        var time = instant.atZone(hours.zone());
        return isWorkingDay(time.toLocalDate()) ? hours.passedBy(time.toLocalTime()) : Duration.ZERO;
    }
}
