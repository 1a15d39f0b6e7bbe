package org.liudan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each application context of the tests an empty data folder of its own, and clears away those of earlier runs. A bench
 * may be given one that is there, with {@code -Dbench.data}, so that what took an hour to load is loaded once.
 */
final class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path ALL = Path.of("target", "test-data");
    private static final String KEPT = System.getProperty("bench.data", "");
    private static final Duration SURELY_OVER = Duration.ofHours(3);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(ALL);
            clearAway();
            TestPropertyValues.of(
                            "liudan.data=" + (KEPT.isEmpty() ? Files.createTempDirectory(ALL, "run-") : Path.of(KEPT)),
                            "liudan.demo=false",
                            "liudan.jobs.enabled=false",
                            // contexts share databases and end together, one after the other's database
                            "spring.task.scheduling.shutdown.await-termination=false",
                            "spring.main.allow-bean-definition-overriding=true")
                    .applyTo(context);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void clearAway() throws IOException {
        try (var folders = Files.list(ALL)) {
            var before = Instant.now().minus(SURELY_OVER);
            for (var folder : (Iterable<Path>) folders::iterator) {
                try {
                    if (Files.getLastModifiedTime(folder).toInstant().isBefore(before) && !inUse(folder)) {
                        FileSystemUtils.deleteRecursively(folder);
                    }
                } catch (NoSuchFileException gone) {
                    // the other process of the tests clears them away, too
                }
            }
        }
    }

    /** Whether the database of the folder runs, as its file says that stands there while it does. */
    private static boolean inUse(Path folder) throws IOException {
        var file = folder.resolve("database").resolve("postmaster.pid");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
