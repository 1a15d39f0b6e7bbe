package org.liudan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifecycles a second through the order desk and through HTTP, in turn with pgbench writing the same rows on the same
 * database and with Flowable beside it. Run with {@code ./mvnw -Pbench verify -Dtest=LifecycleBench}; {@code -Dbench.seconds},
 * {@code -Dbench.rounds}, {@code -Dbench.warm} (seconds at most for each side) and {@code -Dbench.clients=1,8} change how
 * long and how many.
 */
@DistrictTest
class LifecycleBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM = Integer.getInteger("bench.warm", 60);
    private static final List<Integer> CLIENTS = Stream.of(
                    System.getProperty("bench.clients", "1,8,32,128").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    @Autowired
    OrderDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @LocalServerPort
    int port;

    @Test
    void lifecycles_per_second() throws Exception {
        var lifecycles = new Lifecycles(desk);
        var calls = new Calls(port, true);
        var whole = new Calls(port, false);
        var pool = dataSource.unwrap(HikariDataSource.class);
        try (var flowable = Flowable.beside(pool)) {
            warm(lifecycles::perSecond);
            warm(calls::perSecond);
            warm(whole::perSecond);
            warm(flowable::perSecond);
            var pgbench = pgbench(lifecycles, pool);
            say("\n%s processors, %s, Java %s, %s; %d rounds of %d s each, median; lifecycles a second, of 7 commits%n"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            jdbc.sql("select split_part(version(), ' on ', 1)")
                                    .query(String.class)
                                    .single(),
                            Runtime.version().feature(),
                            flowable.version(),
                            ROUNDS,
                            SECONDS));
            say(LifecycleTable.HEAD);
            var processor = Processor.of(jdbc);
            for (int clients : CLIENTS) {
                say(row(clients, lifecycles, calls, whole, pgbench, flowable, processor));
            }
        }
    }

    private static String row(
            int clients,
            Lifecycles lifecycles,
            Calls calls,
            Calls whole,
            Optional<Pgbench> pgbench,
            Flowable flowable,
            Processor processor)
            throws Exception {
        var desk = new ArrayList<Measured>();
        var http = new ArrayList<Measured>();
        var orders = new ArrayList<Measured>();
        var rows = new ArrayList<Measured>();
        var processes = new ArrayList<Measured>();
        for (int round = 0; round < ROUNDS; round++) {
            desk.add(Measured.of(() -> lifecycles.perSecond(clients, SECONDS), processor));
            http.add(Measured.of(() -> calls.perSecond(clients, SECONDS), processor, calls::asking));
            orders.add(Measured.of(() -> whole.perSecond(clients, SECONDS), processor, whole::asking));
            if (pgbench.isPresent()) {
                rows.add(Measured.of(() -> pgbench.get().perSecond(clients, SECONDS), processor));
            }
            processes.add(Measured.of(() -> flowable.perSecond(clients, SECONDS), processor));
        }
        return LifecycleTable.row(
                clients,
                Measured.median(desk),
                Measured.median(http),
                Measured.median(orders),
                rows.isEmpty() ? Optional.empty() : Optional.of(Measured.median(rows)),
                Measured.median(processes));
    }

    private Optional<Pgbench> pgbench(Lifecycles lifecycles, HikariDataSource pool) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "pgbench-");
        var found = Pgbench.find(
                folder, PgbenchScript.of(lifecycles, jdbc), pool.getJdbcUrl(), String.valueOf(pool.getPassword()));
        if (found.isEmpty()) {
            say("pgbench was not found on the path or in /usr/lib/postgresql/*/bin, so nothing is measured by it."
                    + " It comes with the package postgresql-contrib or postgresql.");
        }
        return found;
    }

    /** What is measured, with some clients for some seconds. */
    private interface Side {
        double perSecond(int clients, int seconds) throws Exception;
    }

    /** Until the virtual machine has compiled what is used; on two cores that takes longer than one thinks. */
    private static void warm(Side side) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM);
        for (double lived = 0; lived < 6_000 && System.nanoTime() < end; ) {
            lived += 5 * side.perSecond(16, 5);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
