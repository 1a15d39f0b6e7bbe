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
 * packaged program.
 */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.rounds", 5);
    private static final String JAR = System.getProperty("bench.jar", "");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final int REST = 15;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void time_to_the_first_page_and_memory_at_rest() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "start-");
        start(data, true);
        var times = new double[STARTS];
        var resident = new double[STARTS];
        for (int at = 0; at < STARTS; at++) {
            var started = start(data, false);
            times[at] = started[0];
            resident[at] = started[1];
        }
        Arrays.sort(times);
        Arrays.sort(resident);
        System.out.printf(
                Locale.ROOT,
                "%nFrom the start to the first page on an existing database, median of %d: %.1f s%n"
                        + "Memory at rest, the program without its database: %.0f MB%n",
                STARTS,
                times[STARTS / 2],
                resident[STARTS / 2]);
        if (!JAR.isEmpty()) {
            System.out.printf(Locale.ROOT, "The program as one file: %.0f MB%n", Files.size(Path.of(JAR)) / 1e6);
        }
    }

    /** Starts and stops it; answers the seconds to its first page, and the megabytes it holds some time later. */
    private double[] start(Path data, boolean first) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long began = System.nanoTime();
        var process = new ProcessBuilder(command(data, port))
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        try {
            while (!answers(port)) {
                assertThat(process.isAlive()).as("the program runs").isTrue();
                assertThat(System.nanoTime() - began).isLessThan(PATIENCE);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!first) {
                process.waitFor(REST, TimeUnit.SECONDS);
            }
            return new double[] {seconds, resident(process.pid())};
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static List<String> command(Path data, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (JAR.isEmpty()) {
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Liudan.class.getName()));
        } else {
            command.addAll(List.of("-jar", JAR));
        }
        command.addAll(List.of(
                "--liudan.data=" + data,
                "--server.port=" + port,
                "--liudan.demo=true",
                "--liudan.demo.orders=0",
                "--liudan.demo.messages=none",
                "--liudan.demo.password=Start-bench-1"));
        return command;
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
