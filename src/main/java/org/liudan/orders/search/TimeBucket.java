package org.liudan.orders.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.liudan.orders.store.RowTags;

/** Stretches of time in which orders were raised, as closed ones have them for marks. */
enum TimeBucket {
    /** Three days. */
    DAYS("days", 18),
    /** Seven weeks. */
    WEEKS("weeks", 22);

    static final Duration SHORTEST = Duration.ofSeconds(1L << DAYS.bits);

    /** To look in more periods than these by their names costs as much as to look in all. */
    private static final int MOST = 24;

    private final String name;
    private final int bits;

    TimeBucket(String name, int bits) {
        this.name = name;
        this.bits = bits;
    }

    /**
     * The periods from one moment to another.
     *
     * @param begin when the first of them begins
     */
    record Span(Instant begin, List<String> marks) {}

    /** The shortest periods that take in a time without being too many; empty when all would be. */
    static Optional<Span> over(Instant from, Instant to) {
        return Arrays.stream(values())
                .filter(period -> period.at(to) - period.at(from) < MOST)
                .findFirst()
                .map(period -> period.span(from, to));
    }

    private long at(Instant moment) {
        return moment.getEpochSecond() >> bits;
    }

    private Span span(Instant from, Instant to) {
        return new Span(
                Instant.ofEpochSecond(at(from) << bits),
                LongStream.rangeClosed(at(from), at(to))
                        .mapToObj(period -> RowTags.of(name, period))
                        .toList());
    }
}
