package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What some closed orders come to. */
final class FigureCounts {

    static final FigureCounts NONE = new FigureCounts();

    private final Map<FigureCount, Long> counts = new EnumMap<>(FigureCount.class);
    private final DurationHistogram took = new DurationHistogram();

    long of(FigureCount count) {
        return counts.getOrDefault(count, 0L);
    }

    DurationHistogram took() {
        return took;
    }

    void add(FigureCount count, long orders) {
        counts.merge(count, orders, Long::sum);
    }

    /** Adds a closed order, or takes one away. */
    void add(FigureChange change) {
        int weight = change.weight();
        change.counts().forEach(count -> add(count, weight));
        change.took().ifPresent(minutes -> took.add(minutes, weight));
    }

    /** Adds the counts of a row with a column for each of them. */
    void add(ResultSet row) throws SQLException {
        for (var count : FigureCount.values()) {
            add(count, row.getLong(count.column()));
        }
        var taken = (Long[]) row.getArray("durations").getArray();
        var primitive = new long[taken.length];
        for (int place = 0; place < taken.length; place++) {
            primitive[place] = taken[place];
        }
        took.add(primitive);
    }

    boolean same(FigureCounts other) {
        return Arrays.stream(FigureCount.values()).allMatch(count -> of(count) == other.of(count))
                && Arrays.equals(took.counts(), other.took.counts());
    }

    /** The figures of these orders together with open ones. */
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
                took.within(0.5),
                took.within(0.9));
    }
}
