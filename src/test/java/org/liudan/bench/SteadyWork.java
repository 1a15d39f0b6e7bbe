package org.liudan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liudan.testing.Lifecycles;

/** Other work that goes on: some clients who each live a lifecycle once in a while, and how long each took. */
final class SteadyWork implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final ConcurrentLinkedQueue<Double> took = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final List<Future<?>> lives = new ArrayList<>();
    private long since = System.nanoTime();

    /** How it went for a while. */
    record Pace(double perSecond, double median, double high) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f | %.0f / %.0f", perSecond, median, high);
        }
    }

    /** @param rate lifecycles a second by all clients together */
    SteadyWork(Lifecycles lifecycles, int rate) {
        long period = TimeUnit.SECONDS.toMicros(CLIENTS) / rate;
        for (int client = 0; client < CLIENTS; client++) {
            lives.add(clients.scheduleAtFixedRate(
                    () -> {
                        long began = System.nanoTime();
                        lifecycles.live(id -> {});
                        took.add((System.nanoTime() - began) / 1e6);
                    },
                    client * period / CLIENTS,
                    period,
                    TimeUnit.MICROSECONDS));
        }
    }

    /** How it went since this was asked last. */
    Pace pace() throws Exception {
        for (var life : lives) {
            if (life.isDone()) {
                life.get();
            }
        }
        List<Double> all = took.stream().sorted().toList();
        took.clear();
        double seconds = (System.nanoTime() - since) / 1e9;
        since = System.nanoTime();
        return all.isEmpty()
                ? new Pace(0, 0, 0)
                : new Pace(all.size() / seconds, all.get(all.size() / 2), all.get(all.size() * 95 / 100));
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
