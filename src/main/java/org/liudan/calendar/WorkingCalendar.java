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
 * Computes working time: deadlines, time left and time used all come from here, so that they agree. Immutable; a change
 * of holidays makes a new calendar.
 *
 * <p>A day without an arrangement is a working day from Monday to Friday. If a year has no arrangement at all, its
 * holidays are not published yet: the same rule applies, and {@link #isSettled} says that the result may still change.
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

    /** The day in the time zone of the business hours. */
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

    /** True if the holidays of every year from {@code from} to {@code to} are published, so that results are final. */
    public boolean isSettled(Instant from, Instant to) {
        for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }

    /** The {@code days}-th working day after {@code day}. The day itself is not counted. */
    public LocalDate workingDayAfter(LocalDate day, int days) {
        var last = day;
        for (int counted = 0; counted < days; counted++) {
            last = workingDayOnOrAfter(last.plusDays(1));
        }
        return last;
    }

    /** The day itself if it is a working day, otherwise the next working day. */
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

    /** The number of working days after {@code from}, up to and including {@code to}; 0 if {@code to} is not later. */
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

    /** The next close of business on a working day, later than {@code instant}. */
    public Instant closingOnOrAfter(Instant instant) {
        var today = dayOf(instant);
        if (isWorkingDay(today) && instant.isBefore(closing(today))) {
            return closing(today);
        }
        return closing(workingDayOnOrAfter(today.plusDays(1)));
    }

    /** The working time between two instants; zero if {@code to} is not later than {@code from}. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        var first = dayOf(from);
        var last = dayOf(to);
        var whole = hours.perDay().multipliedBy(workingDaysBetween(first, last));
        return whole.plus(workingTimeOf(first).minus(workedUntil(from)))
                .minus(workingTimeOf(last).minus(workedUntil(to)));
    }

    /** The earliest instant that is this working time after {@code from}; {@code from} itself if it is not positive. */
    public Instant plusWorkingTime(Instant from, Duration working) {
        if (working.isZero() || working.isNegative()) {
            return from;
        }
        var day = dayOf(from);
        var left = working.plus(workedUntil(from));
        while (left.compareTo(workingTimeOf(day)) > 0) {
            left = left.minus(workingTimeOf(day));
            day = workingDayOnOrAfter(day.plusDays(1));
        }
        return day.atTime(hours.timeOfDayAfter(left)).atZone(hours.zone()).toInstant();
    }

    private Duration workingTimeOf(LocalDate day) {
        return isWorkingDay(day) ? hours.perDay() : Duration.ZERO;
    }

    private Duration workedUntil(Instant instant) {
        var time = instant.atZone(hours.zone());
        return isWorkingDay(time.toLocalDate()) ? hours.workedUntil(time.toLocalTime()) : Duration.ZERO;
    }
}
