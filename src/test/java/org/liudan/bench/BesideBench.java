package org.liudan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;

/**
 * Lifecycles a second of this checkout and of another one, in turn on one PostgreSQL, each in a database of its own: whether a
 * change made the program slower. The other checkout was built with its tests. Run with {@code ./mvnw -Pbench verify
 * -Dtest=BesideBench -Dbench.before=<folder>}; {@code -Dbench.seconds}, {@code -Dbench.rounds} and
 * {@code -Dbench.clients=1,8} change how long and how many.
 */
class BesideBench {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int WARM = Integer.getInteger("bench.warm", 30);
    private static final List<Integer> CLIENTS = Stream.of(
                    System.getProperty("bench.clients", "1,8,32").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private interface Side {
        double perSecond(int clients, int seconds) throws Exception;
    }

    @Test
    void lifecycles_beside_another_checkout() throws Exception {
        var other = System.getProperty("bench.before", "");
        assertThat(other).as("-Dbench.before=<folder of the other checkout>").isNotEmpty();
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "server-");
        try (var server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .setServerConfig("wal_compression", "on")
                        .setServerConfig("max_connections", "100")
                        .start();
                var before = start(server, "before", Path.of(other));
                var now = start(server, "now", Path.of(""))) {
            var rows = new ArrayList<String>();
            compare("order desk", before::perSecond, now::perSecond, rows);
            compare("HTTP", new Calls(before.port(), true)::perSecond, new Calls(now.port(), true)::perSecond, rows);
            System.out.printf(
                    "%n%d rounds of %d s each in turn, median; lifecycles a second, of 7 commits%n"
                            + "| through | clients | before | now | now : before |%n|---|---:|---:|---:|---:|%n%s%n",
                    ROUNDS, SECONDS, String.join("", rows));
        }
    }

    private static BesideProcess start(EmbeddedPostgres server, String name, Path checkout) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        var arguments = new ArrayList<>(List.of(
                "--liudan.data=" + Files.createTempDirectory(Path.of("target", "bench"), name),
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--server.port=0"));
        arguments.addAll(ApiLife.DISTRICT);
        return BesideProcess.start(checkout, arguments);
    }

    private static void compare(String way, Side before, Side now, List<String> rows) throws Exception {
        before.perSecond(16, WARM);
        now.perSecond(16, WARM);
        for (int clients : CLIENTS) {
            var ratios = new ArrayList<Double>();
            var first = new ArrayList<Double>();
            var second = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                first.add(before.perSecond(clients, SECONDS));
                second.add(now.perSecond(clients, SECONDS));
                ratios.add(second.get(round) / first.get(round));
            }
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.2f |%n",
                    way,
                    clients,
                    median(first),
                    median(second),
                    median(ratios)));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
