package org.liudan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void it_is_durable_and_listens_on_this_machine_only() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show full_page_writes")).isEqualTo("on");
            assertThat(query(database, "show listen_addresses")).isEqualTo("localhost");
        }
    }

    @Test
    void a_failed_start_is_reported_within_a_minute() throws Exception {
        EmbeddedDatabase.open(new DataFolder(folder), false).close();
        Files.delete(folder.resolve("database").resolve("global").resolve("pg_control"));

        long startedAt = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedDatabase.open(new DataFolder(folder), false))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("自带的 PostgreSQL 起不来");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void its_port_is_not_an_ephemeral_one() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            int port = URI.create(database.url().substring("jdbc:".length())).getPort();
            assertThat(port).isBetween(20_000, 32_000);
        }
    }

    @Test
    void no_connection_is_accepted_without_the_password() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
            for (var wrong : new String[] {"", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", wrong))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void a_folder_in_use_is_refused_in_both_languages_and_can_be_joined() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThatThrownBy(() -> EmbeddedDatabase.open(new DataFolder(folder), false))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("正由另一个六单进程使用")
                    .hasMessageContaining("is in use by another Liudan");
            store(database);
            try (var joined = EmbeddedDatabase.open(new DataFolder(folder), true)) {
                assertThat(query(joined, "select number from stored")).isEqualTo("7");
            }
            assertThat(query(database, "select number from stored")).isEqualTo("7");
        }
    }

    @Test
    void stored_data_is_there_after_a_restart() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            store(database);
        }
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThat(query(database, "select number from stored")).isEqualTo("7");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_process_is_stopped_and_the_data_is_there() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/left-behind.log"))
                .start();
        var ready = folder.resolve(LeftBehind.STORED);
        while (child.isAlive() && !Files.exists(ready)) {
            child.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertThat(child.isAlive()).as("see target/left-behind.log").isTrue();
        child.destroyForcibly().waitFor();
        var server = server();
        assertThat(server.isAlive()).isTrue();

        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThat(server.isAlive()).isFalse();
            assertThat(query(database, "select number from stored")).isEqualTo("7");
        }
    }

    @Test
    void a_server_that_dies_is_started_again_on_the_same_port() throws Exception {
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            store(database);
            var died = server();
            died.destroyForcibly();
            died.onExit().join();

            assertThat(queryOnceAvailable(database, "select number from stored"))
                    .isEqualTo("7");
            assertThat(server().pid()).isNotEqualTo(died.pid());
        }
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_server_of_another_folder_is_never_stopped() throws Exception {
        var other = new DataFolder(folder.resolve("other"));
        var own = new DataFolder(folder.resolve("own"));
        try (var database = EmbeddedDatabase.open(other, false)) {
            Files.createDirectories(own.database());
            Files.copy(
                    other.database().resolve("postmaster.pid"), own.database().resolve("postmaster.pid"));
            EmbeddedDatabase.open(own, false).close();
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_database_whose_first_start_did_not_finish_is_moved_away() throws Exception {
        Files.createDirectories(folder.resolve("database/base"));
        try (var database = EmbeddedDatabase.open(new DataFolder(folder), false)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        try (var all = Files.list(folder)) {
            assertThat(all).anyMatch(path -> path.getFileName().toString().startsWith("unfinished-"));
        }
    }

    /** A process that stores something, creates a file to report it, and is killed. */
    static final class LeftBehind {

        static final String STORED = "stored";

        private LeftBehind() {}

        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var database = EmbeddedDatabase.open(new DataFolder(folder), false);
            store(database);
            Files.createFile(folder.resolve(STORED));
            Thread.currentThread().join();
        }
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(folder.resolve("database/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** As {@link #query}, once the database is available again. */
    private static String queryOnceAvailable(EmbeddedDatabase database, String sql) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2); System.nanoTime() < end; ) {
            try {
                return query(database, sql);
            } catch (SQLException notYet) {
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("It was not started again");
    }

    private static void store(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table stored as select 7 as number");
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
