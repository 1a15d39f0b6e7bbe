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
    private static final int MAX_BUCKETS = 24;

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
    record BucketRange(Instant begin, List<String> tags) {}

    /** The shortest periods that take in a time without being too many; empty when all would be. */
    static Optional<BucketRange> covering(Instant from, Instant to) {
        return Arrays.stream(values())
                .filter(period -> period.index(to) - period.index(from) < MAX_BUCKETS)
                .findFirst()
                .map(period -> period.range(from, to));
    }

    private long index(Instant moment) {
        return moment.getEpochSecond() >> bits;
    }

    private BucketRange range(Instant from, Instant to) {
        return new BucketRange(
                Instant.ofEpochSecond(index(from) << bits),
                LongStream.rangeClosed(index(from), index(to))
                        .mapToObj(period -> RowTags.of(name, period))
                        .toList());
    }
}
