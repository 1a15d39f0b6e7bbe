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

/** A PostgreSQL that runs on a folder of ours, started by this process, another one, or one that is gone. */
record RunningServer(ProcessHandle process, int port) {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    /** The server that works on this database now. */
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

    /** The number may meanwhile be another process's, even another PostgreSQL's, which must not be touched. */
    private static boolean isServerOf(ProcessHandle process, Path database) {
        var info = process.info();
        return info.command().orElse("").contains("postgres")
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(database.toString()))
                        .orElse(true);
    }

    /** Waits as long as it runs. */
    void awaitEnd() {
        process.onExit().join();
    }

    /** Fast shutdown first; if that takes too long, at once, and the server recovers when it starts again. */
    void stop() {
        LOG.warn("A database server (process {}) was left behind by an earlier run; stopping it", process.pid());
        for (var signal : new String[] {"-INT", "-QUIT"}) {
            signal(signal);
            try {
                process.onExit().get(STOP_TIMEOUT.toSeconds() / 2, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillThere) {
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
