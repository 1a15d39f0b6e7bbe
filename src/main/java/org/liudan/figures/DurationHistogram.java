package org.liudan.figures;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A histogram of the working minutes that orders took. There is one bucket a minute up to 64 minutes, and 32 buckets for each
 * doubling after that. So a duration is rounded up by a thirtieth at most, and never down.
 */
final class DurationHistogram {

    private static final int EXACT = 64;
    private static final int STEPS = 32;

    private long[] counts;

    DurationHistogram(long... counts) {
        this.counts = counts.clone();
    }

    /** Rounds minutes up to the upper bound of their bucket. */
    static long rounded(long minutes) {
        return upperBound(bucket(minutes));
    }

    /** Returns the index of the bucket that counts a duration in minutes. */
    static int bucket(long minutes) {
        if (minutes <= EXACT) {
            return (int) Math.max(0, minutes);
        }
        long step = step(octave(minutes - 1));
        long roundedUp = (minutes + step - 1) / step * step;
        int octave = octave(roundedUp);
        return EXACT + (octave - octave(EXACT)) * STEPS + (int) (roundedUp / step(octave) - STEPS);
    }

    /** Returns the longest duration in minutes that a bucket counts. */
    static long upperBound(int bucket) {
        if (bucket <= EXACT) {
            return bucket;
        }
        int octave = octave(EXACT) + (bucket - EXACT) / STEPS;
        return (STEPS + (bucket - EXACT) % STEPS) * step(octave);
    }

    /** Returns the binary logarithm, rounded down. */
    private static int octave(long minutes) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(minutes);
    }

    /** Returns the width of the buckets between two powers of two. */
    private static long step(int octave) {
        return (1L << octave) / STEPS;
    }

    /** Counts some orders that took these minutes; a negative number removes orders. */
    void add(long minutes, long orders) {
        int bucket = bucket(minutes);
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, bucket + 1);
        }
        counts[bucket] += orders;
    }

    /** Adds the counts of another histogram, bucket by bucket. */
    void add(long... others) {
        if (others.length > counts.length) {
            counts = Arrays.copyOf(counts, others.length);
        }
        for (int bucket = 0; bucket < others.length; bucket++) {
            counts[bucket] += others[bucket];
        }
    }

    /** Returns the minutes that a share of all orders needed at most, for example 0.5 for the median; empty without orders. */
    OptionalLong quantile(double share) {
        long total = Arrays.stream(counts).sum();
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long cumulated = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            cumulated += counts[bucket];
            if (total > 0 && cumulated >= rank) {
                return OptionalLong.of(upperBound(bucket));
            }
        }
        return OptionalLong.empty();
    }

    /** Returns the count of each bucket, without the empty buckets at the end. */
    Long[] counts() {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.stream(counts, 0, length).boxed().toArray(Long[]::new);
    }
}
