package org.liudan.jobs;

import java.time.Duration;

/**
 * How long work waits after failures in a row: twice as long after each.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait
 */
public record Backoff(Duration first, Duration longest) {

    /** More would overflow, and no wait is that long. */
    static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException("A back-off from " + first + " to " + longest);
        }
    }

    /** The wait after so many failures in a row, one or more. */
    public Duration after(int failures) {
        var wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
