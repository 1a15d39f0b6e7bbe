package org.liudan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The program of some checkout as a process of its own that lives lifecycles through its order desk when it is told to. It knows
 * the program by the names of two classes only, so that it works with checkouts in which everything else is called otherwise.
 */
public final class BesideProcess implements AutoCloseable {

    private static final String READY = "ready ";

    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;
    private int port;

    private BesideProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Runs the program, then answers each line {@code clients seconds} with lifecycles a second. */
    public static void main(String[] args) throws Exception {
        var context = new SpringApplication(Class.forName("org.liudan.Liudan")).run(args);
        var type = Class.forName("org.liudan.testing.Lifecycles");
        var constructor = type.getDeclaredConstructors()[0];
        var lifecycles = constructor.newInstance(context.getBean(constructor.getParameterTypes()[0]));
        var perSecond = type.getMethod("perSecond", int.class, int.class);
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        System.out.println(READY + port);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var numbers = line.split(" ", 2);
            System.out.println(
                    perSecond.invoke(lifecycles, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        }
        System.exit(0);
    }

    /** Starts the program of a checkout that was built, its tests too, and waits until it answers. */
    static BesideProcess start(Path checkout, List<String> arguments) throws IOException {
        var own = Files.createDirectories(
                Files.createTempDirectory(Path.of("target", "bench"), "beside-").resolve("org/liudan/bench"));
        var name = BesideProcess.class.getSimpleName() + ".class";
        try (var bytes = BesideProcess.class.getResourceAsStream(name)) {
            Files.copy(bytes, own.resolve(name));
        }
        var path = new ArrayList<>(List.of(
                own.getParent().getParent().getParent().toString(),
                checkout.resolve("target/test-classes").toString(),
                checkout.resolve("target/classes").toString()));
        for (var entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(java.io.File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                path.add(entry);
            }
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                String.join(java.io.File.pathSeparator, path),
                BesideProcess.class.getName()));
        command.addAll(arguments);
        var started = new BesideProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        started.port = Integer.parseInt(started.next(READY).substring(READY.length()));
        return started;
    }

    int port() {
        return port;
    }

    double perSecond(int clients, int seconds) throws IOException {
        input.println(clients + " " + seconds);
        return Double.parseDouble(next(""));
    }

    /** The next line that begins like this and is not a line of the log. */
    private String next(String begin) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (begin.isEmpty() ? line.matches("\\d+(\\.\\d+)?(E\\d+)?") : line.startsWith(begin)) {
                return line;
            }
            System.out.println(line);
        }
        throw new IOException("The process has ended");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
