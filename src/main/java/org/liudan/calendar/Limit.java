package org.liudan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long something may take, as a rule writes it: {@code same day}, {@code 3 working days}, {@code 60 days},
 * {@code 30 minutes} (around the clock), {@code until 2026-12-31}, {@code next half-year}. {@link #parse} and {@code toString} are inverse.
 */
public sealed interface Limit {

    /** When a matter received at {@code start} falls due. */
    Instant due(Instant start, WorkingCalendar calendar);

    /** The same limit, longer by some working days; a limit not counted in days can't grow and answers itself. */
    default Limit longerBy(int workingDays) {
        return this;
    }

    /** True when the limit runs day and night, so that working time plays no part. */
    default boolean aroundTheClock() {
        return false;
    }

    /** By the close of business of the day of receipt, or of the next working day when received after hours. */
    record SameDay() implements Limit {
        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            return calendar.closingOnOrAfter(start);
        }

        @Override
        public String toString() {
            return "same day";
        }
    }

    /** The day of receipt is not counted, the last day ends at close of business (民法典 201–203). */
    record WorkingDays(int days) implements Limit {
        public WorkingDays {
            if (days < 1) {
                throw new IllegalArgumentException("A limit is at least one working day, not " + days);
            }
        }

        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            return calendar.closing(calendar.workingDayAfter(calendar.dayOf(start), days));
        }

        @Override
        public Limit longerBy(int workingDays) {
            return new WorkingDays(days + workingDays);
        }

        @Override
        public String toString() {
            return days + " working days";
        }
    }

    /** Calendar days; a last day that is a day off moves to the next working day (民法典 203). */
    record Days(int days) implements Limit {
        public Days {
            if (days < 1) {
                throw new IllegalArgumentException("A limit is at least one day, not " + days);
            }
        }

        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            return calendar.closing(
                    calendar.workingDayOnOrAfter(calendar.dayOf(start).plusDays(days)));
        }

        @Override
        public String toString() {
            return days + " days";
        }
    }

    /** Minutes by the wall clock, nights and days off included: for emergencies. */
    record Minutes(int minutes) implements Limit {
        public Minutes {
            if (minutes < 1) {
                throw new IllegalArgumentException("A limit is at least one minute, not " + minutes);
            }
        }

        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            return start.plus(Duration.ofMinutes(minutes));
        }

        @Override
        public boolean aroundTheClock() {
            return true;
        }

        @Override
        public String toString() {
            return minutes + " minutes";
        }
    }

    /** By the close of business of a given day, or of the next working day when that is a day off. */
    record Until(LocalDate day) implements Limit {
        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            return calendar.closing(calendar.workingDayOnOrAfter(day));
        }

        @Override
        public String toString() {
            return "until " + day;
        }
    }

    /**
     * By the close of business of the last working day of this period, or of the next one: what has to be done once in each
     * is due in the next when it was done in this.
     */
    record Within(boolean next, Period period) implements Limit {
        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            var last = period.last(calendar.dayOf(start));
            return calendar.closing(calendar.workingDayOnOrBefore(next ? period.last(last.plusDays(1)) : last));
        }

        @Override
        public String toString() {
            return (next ? "next " : "this ") + period.id();
        }
    }

    /** Reads a limit as rules write it; empty if the text is none. */
    static Optional<Limit> parse(String text) {
        if (text.equals("same day")) {
            return Optional.of(new SameDay());
        }
        if (text.startsWith("this ") || text.startsWith("next ")) {
            return Period.of(text.substring(5)).map(period -> new Within(text.startsWith("next"), period));
        }
        int space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        var first = text.substring(0, space);
        var rest = text.substring(space + 1);
        return first.equals("until") ? until(rest) : counted(first, rest);
    }

    private static Optional<Limit> counted(String number, String unit) {
        if (number.isEmpty()
                || number.length() > 5
                || number.startsWith("0")
                || !number.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int count = Integer.parseInt(number);
        return switch (unit) {
            case "working day", "working days" -> Optional.of(new WorkingDays(count));
            case "day", "days" -> Optional.of(new Days(count));
            case "hour", "hours" -> Optional.of(new Minutes(count * 60));
            case "minute", "minutes" -> Optional.of(new Minutes(count));
            default -> Optional.empty();
        };
    }

    private static Optional<Limit> until(String day) {
        return org.liudan.calendar.DateTexts.read(day).map(Until::new);
    }
}
