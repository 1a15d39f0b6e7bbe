package org.liudan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL process that runs on our data folder. This process, another one or an ended one has started it. */
record RunningServer(ProcessHandle process, int port) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    /** The server that runs on a database folder now. */
    static Optional<RunningServer> on(Path database) {
        var file = database.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> isServerOf(process, database))
                    .map(process -> new RunningServer(process, port));
        } catch (IOException | NumberFormatException unreadable) {
            LOG.warn("{} can't be read", file, unreadable);
            return Optional.empty();
        }
    }

    /** The process id may now belong to another process, even to another PostgreSQL, which must not be stopped. */
    private static boolean isServerOf(ProcessHandle process, Path database) {
        var info = process.info();
        return info.command().orElse("").contains("postgres")
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(database.toString()))
                        .orElse(true);
    }

    /** Waits until it ends. */
    void awaitEnd() {
        process.onExit().join();
    }

    /**
     * Stops it with a fast shutdown; if that takes too long, with an immediate one, after which the next start recovers.
     *
     * @throws StartupFailure if it does not stop within 30 seconds
     */
    void stop() {
        LOG.warn("A database server (process {}) was left behind by an earlier run; stopping it", process.pid());
        for (var signal : new String[] {"-INT", "-QUIT"}) {
            signal(signal);
            try {
                process.onExit().get(STOP_TIMEOUT.toSeconds() / 2, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                LOG.warn("It did not stop on {}", signal);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while stopping a database server", interrupted);
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        throw new StartupFailure(
                "上次留下的数据库进程 " + process.pid() + " 停不掉，请手工停止它再启动。",
                "The database process " + process.pid()
                        + " of an earlier run can't be stopped. Stop it by hand and start again.",
                null);
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noSuchCommand) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
