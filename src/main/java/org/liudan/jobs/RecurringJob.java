package org.liudan.jobs;

import java.time.Duration;

/**
 * Work that a serving process does by itself, again and again. Each job has threads of its own, so that a slow one never
 * keeps another waiting.
 *
 * @param name names its threads
 * @param first the wait from the start to the first run
 * @param pause the wait from the end of one run to the next
 * @param threads how many runs may go on at once
 */
public record RecurringJob(String name, Duration first, Duration pause, int threads, Work work) {

    /** One run. */
    public interface Work {
        void run() throws Exception;
    }

    /** A job with one thread. */
    public static RecurringJob every(String name, Duration pause, Work work) {
        return new RecurringJob(name, pause, pause, 1, work);
    }

    /** The same job with its first run at another time. */
    public RecurringJob startingAfter(Duration wait) {
        return new RecurringJob(name, wait, pause, threads, work);
    }

    /** The same job with so many threads. */
    public RecurringJob on(int number) {
        return new RecurringJob(name, first, pause, number, work);
    }
}
