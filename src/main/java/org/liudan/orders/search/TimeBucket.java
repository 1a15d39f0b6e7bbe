package org.liudan.orders.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.liudan.orders.store.RowTags;

/** Periods in which orders were raised. Each closed order has its periods as tags. */
enum TimeBucket {
    /** Three days. */
    DAYS("days", 18),
    /** Seven weeks. */
    WEEKS("weeks", 22);

    static final Duration SHORTEST = Duration.ofSeconds(1L << DAYS.bits);

    /** A search for more periods than these by their tags costs as much as a search of all orders. */
    private static final int MAX_BUCKETS = 24;

    private final String name;
    private final int bits;

    TimeBucket(String name, int bits) {
        this.name = name;
        this.bits = bits;
    }

    /**
     * Consecutive periods of one length.
     *
     * @param begin when the first period begins
     */
    record BucketRange(Instant begin, List<String> tags) {}

    /** The shortest periods that cover a time span without being too many; empty if there are always too many. */
    static Optional<BucketRange> covering(Instant from, Instant to) {
        return Arrays.stream(values())
                .filter(bucket -> bucket.index(to) - bucket.index(from) < MAX_BUCKETS)
                .findFirst()
                .map(bucket -> bucket.range(from, to));
    }

    private long index(Instant time) {
        return time.getEpochSecond() >> bits;
    }

    private BucketRange range(Instant from, Instant to) {
        return new BucketRange(
                Instant.ofEpochSecond(index(from) << bits),
                LongStream.rangeClosed(index(from), index(to))
                        .mapToObj(index -> RowTags.of(name, index))
                        .toList());
    }
}
