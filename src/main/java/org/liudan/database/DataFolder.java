package org.liudan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The folder of all persistent data: the embedded database and the secrets that belong to it. */
public final class DataFolder {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;

    /**
     * Creates the folder if it does not exist.
     *
     * @throws StartupFailure if it can't be created
     */
    public DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
        } catch (IOException broken) {
            throw new StartupFailure(
                    "数据文件夹 " + this.path + " 建不了，请检查权限，或用 --liudan.data=… 另选一个。",
                    "The data folder " + this.path + " can't be made. Check its permissions or choose another with"
                            + " --liudan.data=...",
                    broken);
        }
    }

    /** Its absolute path. */
    public Path path() {
        return path;
    }

    Path database() {
        return path.resolve("database");
    }

    /** Locks the folder for this process; empty if another process has the lock. The lock ends with the process. */
    Optional<FileLock> lock() {
        try {
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A secret of 256 bits in hexadecimal. It is created at its first use, readable by the owner only. */
    public String secret(String name) {
        if (existingSecret(name).isEmpty()) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            storeSecret(name, HexFormat.of().formatHex(bytes));
        }
        return existingSecret(name).orElseThrow();
    }

    /** A secret, if its file exists. */
    public Optional<String> existingSecret(String name) {
        var file = file(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stores a secret in a file that only the owner can read. */
    public void storeSecret(String name, String secret) {
        try {
            var temporary = Files.createTempFile(path, name, ".draft");
            restrict(temporary);
            Files.writeString(temporary, secret);
            Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path file(String name) {
        return path.resolve(name + ".secret");
    }

    private static void restrict(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
