package org.liudan.orders.store;

import java.time.Instant;
import java.time.LocalDate;

/** Parses moments that {@link Instant#toString} wrote. An order has dozens, and the JDK's parser for any format is slower. */
final class InstantParser {

    private static final int WHOLE_SECONDS = "2026-11-16T09:00:00Z".length();
    private static final int NANOS = 9;

    private InstantParser() {}

    /**
     * Parses a moment exactly as {@link Instant#parse} does.
     *
     * @throws java.time.DateTimeException when the text is not a moment
     */
    static Instant parse(String text) {
        int length = text.length();
        if (length < WHOLE_SECONDS
                || length > WHOLE_SECONDS + 1 + NANOS
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z') {
            return Instant.parse(text);
        }
        int year = number(text, 0, 4);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int fraction = length == WHOLE_SECONDS ? 0 : fraction(text, length - 1);
        if (year < 0
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || fraction < 0) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(year, number(text, 5, 7), number(text, 8, 10)).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, fraction);
    }

    private static int fraction(String text, int end) {
        if (text.charAt(WHOLE_SECONDS - 1) != '.' || end == WHOLE_SECONDS) {
            return -1;
        }
        int nanos = number(text, WHOLE_SECONDS, end);
        for (int digits = end - WHOLE_SECONDS; digits < NANOS && nanos > 0; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The number, or a negative one when a character is not a digit. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
