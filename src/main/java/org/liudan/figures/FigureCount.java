package org.liudan.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is counted of closed orders; each has a column of its name. */
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

    /** Something for each column, one after the other with commas. */
    static String each(Function<String, String> written) {
        return Arrays.stream(values()).map(FigureCount::column).map(written).collect(Collectors.joining(", "));
    }
}
