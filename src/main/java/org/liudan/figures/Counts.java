package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What some closed orders come to. */
final class Counts {

    static final Counts NONE = new Counts();

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Took took = new Took();

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    Took took() {
        return took;
    }

    void add(Count count, long orders) {
        counts.merge(count, orders, Long::sum);
    }

    /** Adds a closed order, or takes one away. */
    void add(Change change) {
        int weight = change.weight();
        change.counts().forEach(count -> add(count, weight));
        change.took().ifPresent(minutes -> took.add(minutes, weight));
    }

    /** Adds the counts of a row with a column for each of them. */
    void add(ResultSet row) throws SQLException {
        for (var count : Count.values()) {
            add(count, row.getLong(count.column()));
        }
        var taken = (Long[]) row.getArray("took").getArray();
        var primitive = new long[taken.length];
        for (int place = 0; place < taken.length; place++) {
            primitive[place] = taken[place];
        }
        took.add(primitive);
    }

    boolean same(Counts other) {
        return Arrays.stream(Count.values()).allMatch(count -> of(count) == other.of(count))
                && Arrays.equals(took.counts(), other.took.counts());
    }

    /** The figures of these orders together with open ones. */
    Tally with(Tally open) {
        return new Tally(
                open.key(),
                of(Count.RECEIVED) + open.received(),
                open.open(),
                open.overdue(),
                of(Count.CLOSED),
                of(Count.BREACHED) + open.breached(),
                of(Count.ANSWERED) + open.answered(),
                of(Count.TO_ANSWER) + open.toAnswer(),
                of(Count.ON_TIME),
                of(Count.FINISHED),
                of(Count.SATISFIED) + open.satisfied(),
                of(Count.AVERAGE) + open.average(),
                of(Count.DISSATISFIED) + open.dissatisfied(),
                took.within(0.5),
                took.within(0.9));
    }
}
