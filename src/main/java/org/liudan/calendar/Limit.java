package org.liudan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time limit, as a rule writes it: {@code same day}, {@code 3 working days}, {@code 60 days}, {@code 30 minutes}
 * (around the clock), {@code until 2026-12-31}, {@code next half-year}. {@link #parse} reads what {@code toString}
 * writes.
 */
public sealed interface Limit {

    /** The deadline of an order received at {@code start}. */
    Instant due(Instant start, WorkingCalendar calendar);

    /** This limit, extended by some working days. Only {@link WorkingDays} can be extended; others stay the same. */
    default Limit longerBy(int workingDays) {
        return this;
    }

    /** True if the limit counts nights and days off too, instead of business hours. */
    default boolean aroundTheClock() {
        return false;
    }

    /** Due at the close of business on the day of receipt, or on the next working day if received later than that. */
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

    /** Working days. The day of receipt doesn't count; the last day ends at the close of business (民法典 201–203). */
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

    /** Calendar days. If the last day is a day off, the next working day counts instead (民法典 203). */
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

    /** Minutes, with nights and days off included: for emergencies. */
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

    /** Due at the close of business on a given day, or on the next working day if that is a day off. */
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
     * Due at the close of business on the last working day of this period, or of the next one. {@code next} is for tasks
     * that must be done once in each period: when one is done, the next is due in the next period.
     */
    record Within(boolean next, Period period) implements Limit {
        @Override
        public Instant due(Instant start, WorkingCalendar calendar) {
            var last = period.lastDay(calendar.dayOf(start));
            return calendar.closing(calendar.workingDayOnOrBefore(next ? period.lastDay(last.plusDays(1)) : last));
        }

        @Override
        public String toString() {
            return (next ? "next " : "this ") + period.id();
        }
    }

    /** Parses a limit as rules write it; empty if the text is not a limit. */
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
        return DateTexts.read(day).map(Until::new);
    }
}
