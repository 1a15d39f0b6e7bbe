package org.liudan.figures;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Working minutes that orders took, counted by how long they were: each minute up to 64, then 32 steps up to every doubling, so
 * that no time is told more than a thirtieth too long and none too short.
 */
final class DurationHistogram {

    private static final int EXACT = 64;
    private static final int STEPS = 32;

    private long[] counts;

    DurationHistogram(long... counts) {
        this.counts = counts.clone();
    }

    /** The time as it is told: rounded up to the next step. */
    static long told(long minutes) {
        return minutes(place(minutes));
    }

    /** Where a time is counted. */
    static int place(long minutes) {
        if (minutes <= EXACT) {
            return (int) Math.max(0, minutes);
        }
        long step = step(octave(minutes - 1));
        long up = (minutes + step - 1) / step * step;
        int octave = octave(up);
        return EXACT + (octave - octave(EXACT)) * STEPS + (int) (up / step(octave) - STEPS);
    }

    /** The longest time that is counted at a place. */
    static long minutes(int place) {
        if (place <= EXACT) {
            return place;
        }
        int octave = octave(EXACT) + (place - EXACT) / STEPS;
        return (STEPS + (place - EXACT) % STEPS) * step(octave);
    }

    private static int octave(long minutes) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(minutes);
    }

    private static long step(int octave) {
        return (1L << octave) / STEPS;
    }

    void add(long minutes, long orders) {
        int place = place(minutes);
        if (place >= counts.length) {
            counts = Arrays.copyOf(counts, place + 1);
        }
        counts[place] += orders;
    }

    void add(long... others) {
        if (others.length > counts.length) {
            counts = Arrays.copyOf(counts, others.length);
        }
        for (int place = 0; place < others.length; place++) {
            counts[place] += others[place];
        }
    }

    /** What so large a share of all needed at most; empty when there are none. */
    OptionalLong within(double share) {
        long all = Arrays.stream(counts).sum();
        long wanted = Math.max(1, (long) Math.ceil(share * all));
        long met = 0;
        for (int place = 0; place < counts.length; place++) {
            met += counts[place];
            if (all > 0 && met >= wanted) {
                return OptionalLong.of(minutes(place));
            }
        }
        return OptionalLong.empty();
    }

    /** How many are counted at each place, up to the last one that has any. */
    Long[] counts() {
        int length = counts.length;
        while (length > 0 && counts[length - 1] == 0) {
            length--;
        }
        return Arrays.stream(counts, 0, length).boxed().toArray(Long[]::new);
    }
}
