package org.liudan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Days, months and moments as addresses and programs write them. What is none, or of a year that doesn't have four digits and that no database holds, is
 * empty.
 */
public final class DateTexts {

    private static final int DAY = "2026-01-31".length();
    private static final int MONTH = "2026-01".length();
    private static final int YEAR = "2026".length();

    private DateTexts() {}

    /** A day such as 2026-01-31. */
    public static Optional<LocalDate> read(String text) {
        return text.length() == DAY ? parsed(text, LocalDate::parse) : Optional.empty();
    }

    /** A month such as 2026-01. */
    public static Optional<YearMonth> month(String text) {
        return text.length() == MONTH ? parsed(text, YearMonth::parse) : Optional.empty();
    }

    /** A time of the clock on a day, such as 2026-01-31T09:30. */
    public static Optional<LocalDateTime> time(String text) {
        return hasYear(text) ? parsed(text, LocalDateTime::parse) : Optional.empty();
    }

    /** A moment as {@link Instant#toString} writes it. */
    public static Optional<Instant> moment(String text) {
        return hasYear(text) ? parsed(text, Instant::parse) : Optional.empty();
    }

    private static boolean hasYear(String text) {
        return text.startsWith("-", YEAR);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
