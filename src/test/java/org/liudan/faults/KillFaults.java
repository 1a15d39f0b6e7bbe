package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Kills the program at any moment, again and again, on the same data folder. Run with {@code ./mvnw -Pfaults verify};
 * {@code -Dfaults.rounds} says how often.
 */
class KillFaults {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);
    private static final int PATIENCE = 120;

    /** Every so many times it is killed while it starts. */
    private static final int EARLY = 4;

    private final Random lots = new Random();

    @Test
    void what_was_acknowledged_is_there_once_after_the_program_is_killed() throws Exception {
        killedAgainAndAgain("program", ROUNDS, false);
    }

    @Test
    void what_was_acknowledged_is_there_once_after_program_and_database_are_killed() throws Exception {
        killedAgainAndAgain("program and database", Math.max(3, ROUNDS / 3), true);
    }

    private void killedAgainAndAgain(String what, int rounds, boolean database) throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), "run-");
        var data = folder.resolve("data");
        var lines = Files.createFile(folder.resolve("lines.txt"));
        var log = folder.resolve("log.txt");
        for (int round = 1; round <= rounds; round++) {
            var child = Child.start(data, lines, "work", log);
            if (round % EARLY == 0) {
                TimeUnit.MILLISECONDS.sleep(500L + lots.nextInt(8_000));
                var said = killed(child, data, database);
                Files.write(lines, said, StandardOpenOption.APPEND);
                System.out.printf("%s killed, start %d: killed while it was starting%n", what, round);
                continue;
            }
            var verdict = child.verdict(PATIENCE);
            if (verdict.isPresent()) {
                TimeUnit.MILLISECONDS.sleep(300L + lots.nextInt(4_000));
            }
            var said = killed(child, data, database);
            Files.write(lines, said, StandardOpenOption.APPEND);
            report(what, round, verdict.orElseThrow(() -> new AssertionError("It did not start: see " + log)));
            assertThat(said).as("something was done before the kill").isNotEmpty();
        }
        var last = Child.start(data, lines, "check", log);
        var verdict = last.verdict(PATIENCE);
        last.waitFor();
        report(what, rounds + 1, verdict.orElseThrow(() -> new AssertionError("It did not start: see " + log)));
    }

    private static List<String> killed(Child child, Path data, boolean database) throws Exception {
        var postmaster = database && Files.exists(pid(data)) ? postmaster(data) : new ArrayList<ProcessHandle>();
        postmaster.forEach(ProcessHandle::destroyForcibly);
        return child.kill();
    }

    private static List<ProcessHandle> postmaster(Path data) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid(data)).get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .stream()
                .toList();
    }

    private static Path pid(Path data) {
        return data.resolve("database").resolve("postmaster.pid");
    }

    private static void report(String what, int round, String verdict) {
        System.out.printf("%s killed, start %d: %s%n", what, round, verdict);
        assertThat(verdict).startsWith(Aftermath.SOUND);
    }
}
