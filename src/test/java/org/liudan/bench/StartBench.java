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

/**
 * How long the program takes from being started on a database that is there until its first page, and how much memory it
 * holds at rest. Run with {@code ./mvnw -Pbench verify -Dtest=StartBench}, and with {@code -Dbench.jar=target/…jar} for the
 * packaged program too, started by {@code java -jar} and by {@code ops/start.sh}. {@code -Dbench.rest} says after how many
 * seconds it is at rest.
 */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.rounds", 5);
    private static final String JAR = System.getProperty("bench.jar", "");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final int REST = Integer.getInteger("bench.rest", 150);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void time_to_the_first_page_and_memory_at_rest() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "start-");
        start(fromClassPath(), data, 0);
        System.out.printf(
                "%nJava %s, median of %d starts on an existing database%n| started by | s to the first page | MB at rest |%n|---|---:|---:|%n",
                Runtime.version(), STARTS);
        measure("its classes", fromClassPath(), data);
        if (!JAR.isEmpty()) {
            measure("`java -jar`", List.of(java(), "-jar", JAR), data);
            var quick = List.of("sh", "ops/start.sh", JAR);
            start(quick, data, 0);
            measure("`ops/start.sh`", quick, data);
            System.out.printf(Locale.ROOT, "The program as one file: %.0f MB%n", Files.size(Path.of(JAR)) / 1e6);
        }
    }

    private void measure(String way, List<String> command, Path data) throws Exception {
        var times = new double[STARTS];
        double resident = 0;
        for (int at = 0; at < STARTS; at++) {
            var started = start(command, data, at == STARTS - 1 ? REST : 1);
            times[at] = started[0];
            resident = started[1];
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.0f |%n", way, times[STARTS / 2], resident);
    }

    /** Starts and stops it; answers the seconds to its first page, and the megabytes it holds after those of rest. */
    private double[] start(List<String> way, Path data, int rest) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(way);
        command.addAll(List.of(
                "--liudan.data=" + data,
                "--server.port=" + port,
                "--liudan.demo=true",
                "--liudan.demo.orders=0",
                "--liudan.demo.messages=none",
                "--liudan.demo.password=Start-bench-1"));
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
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(process.waitFor(rest, TimeUnit.SECONDS))
                    .as("it has ended")
                    .isFalse();
            return new double[] {seconds, resident(process.pid())};
        } finally {
            process.destroy();
            process.waitFor();
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

    /** In megabytes, as Linux tells; zero elsewhere. */
    private static double resident(long process) throws IOException {
        var status = Path.of("/proc/" + process + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
