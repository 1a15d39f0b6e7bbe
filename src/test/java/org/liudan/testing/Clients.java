package org.liudan.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Some clients at once that do one thing after another, as often as they can. */
public final class Clients {

    private Clients() {}

    /** One thing that a client does. */
    public interface Deed {
        void run() throws Exception;
    }

    /**
     * How many deeds a second were done.
     *
     * @param deeds what each client does again and again, by the number of the client
     */
    public static double perSecond(int clients, int seconds, IntFunction<Deed> deeds) throws Exception {
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var counts = IntStream.range(0, clients)
                    .mapToObj(deeds)
                    .map(deed -> pool.submit((Callable<Integer>) () -> {
                        int count = 0;
                        while (!over.get()) {
                            deed.run();
                            count++;
                        }
                        return count;
                    }))
                    .toList();
            var started = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            over.set(true);
            int count = 0;
            for (var done : counts) {
                count += done.get();
            }
            return count * 1e9 / (System.nanoTime() - started);
        } finally {
            pool.shutdownNow();
        }
    }
}
