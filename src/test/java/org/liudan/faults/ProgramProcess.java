package org.liudan.faults;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.liudan.Liudan;
import org.liudan.testing.ApiLife;

/** The real program as a process of its own, with 512 MB. */
record ProgramProcess(Process process, int port) {

    private static final int PATIENCE = 300;

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, and does not wait until it serves. */
    static ProgramProcess start(int port, Path log, String... more) throws IOException {
        return start(Liudan.class, port, log, more);
    }

    static ProgramProcess start(Class<?> main, int port, Path log, String... more) throws IOException {
        var arguments = new ArrayList<>(ApiLife.DISTRICT);
        arguments.add("--server.port=" + port);
        arguments.addAll(Arrays.asList(more));
        return new ProgramProcess(java(main, log, arguments).start(), port);
    }

    /** Carries out a command; answers its exit status. */
    static int command(Path log, String... arguments) throws IOException, InterruptedException {
        return java(Liudan.class, log, Arrays.asList(arguments)).start().waitFor();
    }

    private static ProcessBuilder java(Class<?> main, Path log, List<String> arguments) throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // none of the tests, but for the main class if it is one of them
        classes = Arrays.stream(classes.split(":"))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(":", main == Liudan.class ? "" : alone(main) + ":", ""));
        var options = arguments.stream().filter(one -> one.startsWith("-D"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classes));
        options.forEach(command::add);
        command.add(main.getName());
        arguments.stream().filter(one -> !one.startsWith("-D")).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** A folder with the files of one class and those within it. */
    private static Path alone(Class<?> main) throws IOException {
        var name = main.getName().replace('.', '/');
        var from = Path.of("target", "test-classes").resolve(name).getParent();
        var root = Path.of("target", "faults", "classes").toAbsolutePath();
        var into = Files.createDirectories(root.resolve(name).getParent());
        try (var files = Files.newDirectoryStream(from, main.getSimpleName() + "*.class")) {
            for (var file : files) {
                Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return root;
    }

    /** Waits until its pages are there. */
    ProgramProcess serving() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (status("/track") != 200) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The program on port " + port + " does not serve; see its log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return this;
    }

    /** The status of a page; 0 when nobody answers. */
    int status(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(20_000);
            connection.setInstanceFollowRedirects(false);
            return connection.getResponseCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as systemd does; answers its exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("The program on port " + port + " does not end");
        }
        return process.exitValue();
    }
}
