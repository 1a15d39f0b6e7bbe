package org.liudan.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL that the program does not look after, of the binaries that it uses for its own; it listens on this machine. */
final class Postgres {

    private final Path data;
    private final int port;
    private Process process;

    private Postgres(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Makes one and starts it. */
    static Postgres fresh(Path data) throws Exception {
        run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        return start(data, ProgramProcess.freePort());
    }

    /** Starts one on a folder of data. */
    static Postgres start(Path data, int port) throws Exception {
        return new Postgres(data, port, serve(data, port)).ready();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** What a program that is to use it is told. */
    String[] options(Data data, String url, String... more) {
        return Stream.concat(
                        Stream.of(
                                data.option(),
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=none",
                                "--liudan.webhooks.private-addresses=true"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** As a program names two of which either may be the primary. */
    String urlWith(Postgres other) {
        return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?targetServerType=primary&hostRecheckSeconds=2"
                .formatted(port, other.port);
    }

    /** Makes a standby of it, without which nothing is acknowledged from then on. */
    Postgres standby(Path copy) throws Exception {
        Standby.copy(url(), data, copy, port);
        var standby = start(copy, ProgramProcess.freePort());
        Standby.waitFor(url());
        return standby;
    }

    /** Makes a standby the primary. */
    void promote() throws SQLException {
        Standby.does(url(), "select pg_promote()");
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Ends it as the system does. */
    void stop() throws Exception {
        signal("-INT", process.toHandle());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    void startAgain() throws Exception {
        process = serve(data, port);
        ready();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Has all of its processes stand still. */
    void freeze() throws Exception {
        signalAll("-STOP");
    }

    void thaw() throws Exception {
        signalAll("-CONT");
    }

    private void signalAll(String signal) throws Exception {
        signal(signal, process.toHandle());
        for (var child : process.descendants().toList()) {
            signal(signal, child);
        }
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private Postgres ready() throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            try {
                DriverManager.getConnection(url(), "postgres", "none").close();
                return this;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("PostgreSQL does not start; see " + log());
    }

    private static Process serve(Path data, int port) throws Exception {
        return command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=localhost",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=100")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private static Path log() {
        return Path.of("target", "faults", "postgres.log").toAbsolutePath();
    }

    private static void run(String... command) throws Exception {
        var log = log().toFile();
        Files.createDirectories(log.toPath().getParent());
        if (command(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start()
                        .waitFor()
                != 0) {
            throw new AssertionError(List.of(command) + " failed; see " + log);
        }
    }

    /** PostgreSQL refuses to run as root, which it is not in a name space of its own. */
    private static ProcessBuilder command(String... command) throws IOException {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U", "--"));
        }
        words.add(binaries().resolve(command[0]).toString());
        words.addAll(List.of(command).subList(1, command.length));
        return new ProcessBuilder(words);
    }

    private static synchronized Path binaries() throws IOException {
        var unpacked = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
        for (int tries = 0; tries < 2; tries++) {
            if (Files.exists(unpacked)) {
                try (var all = Files.list(unpacked)) {
                    var found = all.map(one -> one.resolve("bin"))
                            .filter(bin -> Files.exists(bin.resolve("postgres")))
                            .findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            EmbeddedPostgres.builder().start().close();
        }
        throw new AssertionError("No PostgreSQL was unpacked in " + unpacked);
    }
}
