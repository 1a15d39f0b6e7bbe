package org.liudan.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs several clients in parallel, each repeating its task as fast as possible. */
public final class Clients {

    private Clients() {}

    /** The task of a client. */
    public interface Deed {
        void run() throws Exception;
    }

    /**
     * Returns the number of finished tasks per second.
     *
     * @param tasks returns the task of each client, by its number
     */
    public static double perSecond(int clients, int seconds, IntFunction<Deed> tasks) throws Exception {
        var stopped = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var counts = IntStream.range(0, clients)
                    .mapToObj(tasks)
                    .map(task -> pool.submit((Callable<Integer>) () -> {
                        int count = 0;
                        while (!stopped.get()) {
                            task.run();
                            count++;
                        }
                        return count;
                    }))
                    .toList();
            var started = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            stopped.set(true);
            int count = 0;
            for (var result : counts) {
                count += result.get();
            }
            return count * 1e9 / (System.nanoTime() - started);
        } finally {
            pool.shutdownNow();
        }
    }
}
