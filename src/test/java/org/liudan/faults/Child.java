package org.liudan.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that runs the {@link Victim}, and what it has said. */
final class Child {

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread listener;

    private Child(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "listener");
        listener.start();
    }

    static Child start(Path data, Path lines, String what, Path log) throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                Victim.class.getName(),
                data.toString(),
                lines.toString(),
                what));
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Child(builder.start());
    }

    /** Waits for the line that tells how it found things; empty if it ended or said nothing in time. */
    Optional<String> verdict(int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && (process.isAlive() || !said.isEmpty())) {
            var line = said.poll(200, TimeUnit.MILLISECONDS);
            if (line != null && (line.startsWith(Aftermath.SOUND) || line.startsWith("WRONG"))) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Kills it as {@code kill -9} does, and answers everything that it managed to say. */
    List<String> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        listener.join();
        return List.copyOf(said);
    }

    void waitFor() throws InterruptedException {
        process.waitFor();
    }

    private void listen() {
        try (var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
            }
        } catch (IOException killed) {
            // what was said before counts
        }
    }
}
