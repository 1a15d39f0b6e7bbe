package org.liudan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.liudan.Liudan;
import org.liudan.testing.SettableClock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program as a process of its own that looks at the clocks by itself, as it does everywhere, but whose time is what it is
 * told on its input.
 */
public final class ClocksProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;
    private final PrintWriter orders;

    private ClocksProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Arguments: the data folder, whose secret it shares, the database and its password. */
    public static void main(String[] args) throws IOException {
        var clock = new SettableClock();
        var program = new SpringApplication(Liudan.class);
        program.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("settableClock", SettableClock.class, () -> clock, bean -> bean.setPrimary(true)));
        program.run(
                "--liudan.data=" + args[0],
                "--spring.datasource.url=" + args[1],
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=" + args[2],
                "--server.port=0",
                "--liudan.demo=false");
        System.out.println(READY);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var time = orders.readLine(); time != null; time = orders.readLine()) {
            clock.set(time);
        }
        System.exit(0);
    }

    /** Starts one and waits until it is there. */
    static ClocksProcess start(Path data, String url, String password) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(ClocksProcess.class.getName(), data.toString(), url, password));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = process.inputReader(StandardCharsets.UTF_8);
        for (var line = said.readLine(); !READY.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("A process ended before it was ready");
            }
            System.out.println(line);
        }
        var rest = new Thread(() -> said.lines().forEach(System.out::println), "process " + process.pid());
        rest.setDaemon(true);
        rest.start();
        return new ClocksProcess(process);
    }

    /** It is this time, for it too. */
    void at(String local) {
        orders.println(local);
    }

    /** Seconds of processor it has used. */
    double used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
