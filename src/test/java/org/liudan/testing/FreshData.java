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
 * Gives each application context of the tests its own empty data folder, and deletes the folders of earlier runs. A benchmark can
 * use an existing folder with {@code -Dbench.data}, so that data that takes an hour to load is loaded once.
 */
final class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDERS = Path.of("target", "test-data");
    private static final String EXISTING = System.getProperty("bench.data", "");
    private static final Duration MAX_RUN = Duration.ofHours(3);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(FOLDERS);
            deleteOldFolders();
            TestPropertyValues.of(
                            "liudan.data="
                                    + (EXISTING.isEmpty()
                                            ? Files.createTempDirectory(FOLDERS, "run-")
                                            : Path.of(EXISTING)),
                            "liudan.demo=false",
                            "liudan.jobs.enabled=false",
                            // contexts share databases, and one may shut down after the database of another has stopped
                            "spring.task.scheduling.shutdown.await-termination=false",
                            "spring.main.allow-bean-definition-overriding=true")
                    .applyTo(context);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void deleteOldFolders() throws IOException {
        try (var folders = Files.list(FOLDERS)) {
            var before = Instant.now().minus(MAX_RUN);
            for (var folder : (Iterable<Path>) folders::iterator) {
                try {
                    if (Files.getLastModifiedTime(folder).toInstant().isBefore(before) && !inUse(folder)) {
                        FileSystemUtils.deleteRecursively(folder);
                    }
                } catch (NoSuchFileException deleted) {
                    // the other test process deletes folders, too
                }
            }
        }
    }

    /** Returns true when the database of the folder is running; its postmaster.pid exists only then. */
    private static boolean inUse(Path folder) throws IOException {
        var file = folder.resolve("database").resolve("postmaster.pid");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
