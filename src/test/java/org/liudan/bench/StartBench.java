package org.liudan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.liudan.Liudan;
import org.liudan.testing.ApiLife;

/**
 * How long the program takes from being started on a database that is there until its first page, and how much memory it
 * holds at rest and while many work. Run with {@code ./mvnw -Pbench verify -Dtest=StartBench}, and with {@code -Dbench.jar=target/…jar} for the
 * packaged program too, started by {@code java -jar} and by {@code ops/start.sh}. {@code -Dbench.rest} says after how many
 * seconds it is at rest, {@code -Dbench.seconds} how long it is worked in.
 */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.rounds", 5);
    private static final String JAR = System.getProperty("bench.jar", "");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final int REST = Integer.getInteger("bench.rest", 150);
    private static final int CLIENTS = Integer.getInteger("bench.clients", 32);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void time_to_the_first_page_and_memory_at_rest() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "start-");
        start(fromClassPath(), data).close();
        System.out.printf(
                "%nJava %s, median of %d starts on an existing database%n"
                        + "| started by | s to the first page | MB at rest | MB with %d clients | lifecycles/s |%n"
                        + "|---|---:|---:|---:|---:|%n",
                Runtime.version(), STARTS, CLIENTS);
        measure("its classes", fromClassPath(), data);
        if (!JAR.isEmpty()) {
            measure("`java -jar`", List.of(java(), "-jar", JAR), data);
            var quick = List.of("sh", "ops/start.sh", JAR);
            start(quick, data).close();
            measure("`ops/start.sh`", quick, data);
            System.out.printf(Locale.ROOT, "The program as one file: %.0f MB%n", Files.size(Path.of(JAR)) / 1e6);
        }
    }

    private void measure(String way, List<String> command, Path data) throws Exception {
        var times = new double[STARTS];
        for (int at = 1; at < STARTS; at++) {
            try (var started = start(command, data)) {
                times[at] = started.seconds();
            }
        }
        try (var started = start(command, data)) {
            times[0] = started.seconds();
            assertThat(started.process().waitFor(REST, TimeUnit.SECONDS))
                    .as("it has ended")
                    .isFalse();
            double rest = started.resident();
            double lived = new Calls(started.port(), true).perSecond(CLIENTS, SECONDS);
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.0f | %.0f | %.0f |%n",
                    way,
                    times[STARTS / 2],
                    rest,
                    started.resident(),
                    lived);
        }
    }

    /** The program, which is stopped when it is closed. */
    private record Started(Process process, int port, double seconds) implements AutoCloseable {

        /** In megabytes, as Linux tells; zero elsewhere. */
        double resident() throws IOException {
            var status = Path.of("/proc/" + process.pid() + "/status");
            if (!Files.isReadable(status)) {
                return 0;
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Starts it and waits for its first page. */
    private Started start(List<String> way, Path data) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(way);
        command.addAll(List.of("--liudan.data=" + data, "--server.port=" + port));
        command.addAll(ApiLife.DISTRICT);
        long began = System.nanoTime();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            while (!answers(port)) {
                assertThat(process.isAlive()).as("the program runs").isTrue();
                assertThat(System.nanoTime() - began).isLessThan(PATIENCE);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            return new Started(process, port, (System.nanoTime() - began) / 1e9);
        } catch (Exception | AssertionError broken) {
            process.destroy();
            process.onExit().join();
            throw broken;
        }
    }

    private static List<String> fromClassPath() {
        return List.of(
                java(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Liudan.class.getName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private boolean answers(int port) throws IOException, InterruptedException {
        try {
            var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .build();
            return client.send(page, BodyHandlers.ofString()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }
}
