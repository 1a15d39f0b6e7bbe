package org.liudan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A data folder with the database in it, as an administrator sees it from outside. */
record Data(Path folder, Path log) {

    /** A new one, with room for a log beside it. */
    static Data fresh() throws IOException {
        var target = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
        var run = Files.createTempDirectory(target, "run-");
        return new Data(run.resolve("data"), run.resolve("log.txt"));
    }

    String option() {
        return "--liudan.data=" + folder;
    }

    String url() throws IOException {
        return "jdbc:postgresql://localhost:" + Files.readAllLines(pid()).get(3).strip() + "/postgres";
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("database.secret")).strip();
    }

    /** Ends PostgreSQL's main process as {@code kill -9} does; answers false when there is none just now. */
    boolean killDatabase() throws IOException {
        var postmaster = postmaster();
        postmaster.ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        return postmaster.isPresent();
    }

    /** Waits until there is a PostgreSQL again. */
    void awaitDatabase() throws IOException, InterruptedException {
        for (int tries = 0; postmaster().filter(ProcessHandle::isAlive).isEmpty(); tries++) {
            if (tries == 3_000) {
                throw new AssertionError("PostgreSQL was not started again within five minutes");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(pid())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pid());
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private Path pid() {
        return folder.resolve("database").resolve("postmaster.pid");
    }
}
