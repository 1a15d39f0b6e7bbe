package org.liudan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.orders.desk.Growth;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifecycles a second when orders are stored already: none, a million, and as many as {@code -Dbench.orders} asks for. Run with
 * {@code ./mvnw -Pbench verify -Dtest=GrowthBench}; ten million take some 130 GB of disk.
 */
@DistrictTest
class GrowthBench {

    private static final int ORDERS = Integer.getInteger("bench.orders", 1_000_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int WARM = Integer.getInteger("bench.warm", 60);

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void lifecycles_per_second_as_orders_grow() throws Exception {
        var lifecycles = new Lifecycles(desk);
        var growth = Growth.in(context, 240);
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM);
        for (double lived = 0; lived < 6_000 && System.nanoTime() < end; ) {
            lived += 5 * lifecycles.perSecond(16, 5);
        }
        say(
                "| orders stored | loading, s | database, MB | lifecycles/s, %d clients | to empty | ms program + database |",
                CLIENTS);
        say("|---:|---:|---:|---:|---:|---:|");
        var empty = measured(lifecycles);
        row(0, empty, empty);
        for (int orders : new TreeSet<>(List.of(Math.min(ORDERS, 1_000_000), ORDERS))) {
            long started = System.nanoTime();
            growth.upTo(orders);
            row((System.nanoTime() - started) / 1e9, measured(lifecycles), empty);
        }
    }

    private Measured measured(Lifecycles lifecycles) throws Exception {
        var processor = Processor.of(jdbc);
        var all = new ArrayList<Measured>();
        for (int round = 0; round < ROUNDS; round++) {
            all.add(Measured.of(() -> lifecycles.perSecond(CLIENTS, SECONDS), processor));
        }
        return Measured.median(all);
    }

    private void row(double loading, Measured now, Measured empty) {
        say(
                "| %,d | %.0f | %,d | %.0f | %.2f | %.2f + %.2f |",
                jdbc.sql("select count(*) from orders").query(Long.class).single(),
                loading,
                jdbc.sql("select pg_database_size(current_database()) >> 20")
                        .query(Long.class)
                        .single(),
                now.perSecond(),
                now.times(empty),
                now.program(),
                now.server());
    }

    private static void say(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }
}
