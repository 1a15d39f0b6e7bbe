package org.liudan.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as addresses and programs write them. */
public final class Days {

    private static final int LENGTH = "2026-01-31".length();

    private Days() {}

    /** A day such as 2026-01-31; empty when it is none, or of a year that doesn't have four digits. */
    public static Optional<LocalDate> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
