package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The counts of some closed orders, and the histogram of their durations. */
final class FigureCounts {

    static final FigureCounts NONE = new FigureCounts();

    private final Map<FigureCount, Long> counts = new EnumMap<>(FigureCount.class);
    private final DurationHistogram durations = new DurationHistogram();

    long of(FigureCount count) {
        return counts.getOrDefault(count, 0L);
    }

    DurationHistogram durations() {
        return durations;
    }

    void add(FigureCount count, long orders) {
        counts.merge(count, orders, Long::sum);
    }

    /** Adds or removes a closed order. */
    void add(FigureChange change) {
        int weight = change.weight();
        change.counts().forEach(count -> add(count, weight));
        change.workingMinutes().ifPresent(minutes -> durations.add(minutes, weight));
    }

    /** Adds the counts of a row that has a column for each counter and the histogram as {@code durations}. */
    void add(ResultSet row) throws SQLException {
        for (var count : FigureCount.values()) {
            add(count, row.getLong(count.column()));
        }
        var boxed = (Long[]) row.getArray("durations").getArray();
        var primitive = new long[boxed.length];
        for (int bucket = 0; bucket < boxed.length; bucket++) {
            primitive[bucket] = boxed[bucket];
        }
        durations.add(primitive);
    }

    boolean isSame(FigureCounts other) {
        return Arrays.stream(FigureCount.values()).allMatch(count -> of(count) == other.of(count))
                && Arrays.equals(durations.counts(), other.durations.counts());
    }

    /** Returns the figures of these orders and the open ones together. */
    Tally with(Tally open) {
        return new Tally(
                open.key(),
                of(FigureCount.RECEIVED) + open.received(),
                open.open(),
                open.overdue(),
                of(FigureCount.CLOSED),
                of(FigureCount.BREACHED) + open.breached(),
                of(FigureCount.ANSWERED) + open.answered(),
                of(FigureCount.TO_ANSWER) + open.toAnswer(),
                of(FigureCount.ON_TIME),
                of(FigureCount.FINISHED),
                of(FigureCount.SATISFIED) + open.satisfied(),
                of(FigureCount.AVERAGE) + open.average(),
                of(FigureCount.DISSATISFIED) + open.dissatisfied(),
                durations.quantile(0.5),
                durations.quantile(0.9));
    }
}
