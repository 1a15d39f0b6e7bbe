package org.liudan.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A period in which a task must be done once, for example one visit to every household in each half-year. */
public enum Period {
    HALF_MONTH(0),
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12);

    private static final int HALF = 15;

    private final int months;

    Period(int months) {
        this.months = months;
    }

    /** The last day of the period that contains a day. */
    public LocalDate lastDay(LocalDate day) {
        if (months == 0) {
            return day.getDayOfMonth() <= HALF
                    ? day.withDayOfMonth(HALF)
                    : YearMonth.from(day).atEndOfMonth();
        }
        int month = (day.getMonthValue() - 1) / months * months + months;
        return YearMonth.of(day.getYear(), month).atEndOfMonth();
    }

    /** The name in the rulebook: the constant's name in lower case with a hyphen. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Period> of(String id) {
        return Arrays.stream(values()).filter(period -> period.id().equals(id)).findFirst();
    }
}
