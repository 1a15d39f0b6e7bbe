package org.liudan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.liudan.orders.OrderDesk;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lifecycles a second through the order desk, beside pgbench writing the same rows on the same database in turn. Run
 * with {@code ./mvnw -Pbench verify}; {@code -Dbench.seconds} and {@code -Dbench.rounds} make it longer.
 */
@DistrictTest
class LifecycleBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);

    @Autowired
    OrderDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Test
    void lifecycles_per_second() throws Exception {
        var lifecycles = new Lifecycles(desk);
        warmUp(lifecycles);
        var pool = dataSource.unwrap(HikariDataSource.class);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "pgbench-");
        var pgbench = Pgbench.find(
                folder, PgbenchScript.of(lifecycles, jdbc), pool.getJdbcUrl(), String.valueOf(pool.getPassword()));
        say("\n%s processors, %s, Java %s; %d rounds of %d s each, median; a lifecycle is 7 commits%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        jdbc.sql("select split_part(version(), ' on ', 1)")
                                .query(String.class)
                                .single(),
                        Runtime.version().feature(),
                        ROUNDS,
                        SECONDS));
        if (pgbench.isEmpty()) {
            say("pgbench was not found on the path or in /usr/lib/postgresql/*/bin: only the order desk is measured."
                    + " It comes with the package postgresql-contrib or postgresql.");
        }
        say(
                "| clients | order desk, lifecycles/s | pgbench, lifecycles/s | ratio"
                        + " | processor ms a lifecycle: program + database | pgbench's database |\n|---:|---:|---:|---:|---:|---:|");
        var processor = new Processor(jdbc.sql("select pg_read_file('postmaster.pid', 0, 12)")
                .query((row, number) ->
                        Long.parseLong(row.getString(1).lines().findFirst().orElseThrow()))
                .single());
        for (int clients : CLIENTS) {
            var ours = new ArrayList<Measured>();
            var theirs = new ArrayList<Measured>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(Measured.of(() -> lifecycles.perSecond(clients, SECONDS), processor));
                if (pgbench.isPresent()) {
                    theirs.add(Measured.of(() -> pgbench.get().perSecond(clients, SECONDS), processor));
                }
            }
            say(
                    theirs.isEmpty()
                            ? Measured.row(clients, Measured.median(ours))
                            : Measured.row(clients, Measured.median(ours), Measured.median(theirs)));
        }
    }

    /** Until the virtual machine has compiled what is used; on two cores that takes longer than one thinks. */
    private static void warmUp(Lifecycles lifecycles) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        for (double lived = 0; lived < 6_000 && System.nanoTime() < end; ) {
            lived += 5 * lifecycles.perSecond(16, 5);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
