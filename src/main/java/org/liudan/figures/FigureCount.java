package org.liudan.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counters of closed orders; the column of each has its name in lower case. */
enum FigureCount {
    RECEIVED,
    CLOSED,
    BREACHED,
    ANSWERED,
    TO_ANSWER,
    ON_TIME,
    FINISHED,
    SATISFIED,
    AVERAGE,
    DISSATISFIED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Formats every column and joins the results with commas. */
    static String each(Function<String, String> format) {
        return Arrays.stream(values()).map(FigureCount::column).map(format).collect(Collectors.joining(", "));
    }
}
