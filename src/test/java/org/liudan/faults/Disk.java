package org.liudan.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of its own, in memory, which can be filled up and emptied. */
record Disk(Path folder) implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /** Answers null where this process may not mount anything. */
    static Disk mount(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        var mounted = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                .start()
                .waitFor();
        return mounted == 0 ? new Disk(folder) : null;
    }

    long left() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Leaves so many megabytes. */
    void fillUpTo(int megabytes) throws IOException {
        try (var out = Files.newOutputStream(ballast())) {
            while (left() > ((long) megabytes << 20)) {
                out.write(new byte[PIECE]);
            }
        } catch (IOException full) {
            if (megabytes > 0) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
