package org.liudan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parses days, months and times from URLs and from programs. The result is empty if the text can't be parsed, or if its
 * year doesn't have four digits: the database can't store every such year.
 */
public final class DateTexts {

    private static final int DAY = "2026-01-31".length();
    private static final int MONTH = "2026-01".length();
    private static final int YEAR = "2026".length();

    private DateTexts() {}

    /** Parses a day such as 2026-01-31. */
    public static Optional<LocalDate> read(String text) {
        return text.length() == DAY ? parsed(text, LocalDate::parse) : Optional.empty();
    }

    /** Parses a month such as 2026-01. */
    public static Optional<YearMonth> month(String text) {
        return text.length() == MONTH ? parsed(text, YearMonth::parse) : Optional.empty();
    }

    /** Parses a local date and time such as 2026-01-31T09:30. */
    public static Optional<LocalDateTime> time(String text) {
        return hasYear(text) ? parsed(text, LocalDateTime::parse) : Optional.empty();
    }

    /** Parses an instant in the format of {@link Instant#toString}. */
    public static Optional<Instant> moment(String text) {
        return hasYear(text) ? parsed(text, Instant::parse) : Optional.empty();
    }

    private static boolean hasYear(String text) {
        return text.startsWith("-", YEAR);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException invalid) {
            return Optional.empty();
        }
    }
}
