package org.liudan.commands;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The file of one-time passwords, readable by the owner only. New passwords are appended. */
final class InitialPasswords implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private InitialPasswords(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file before passwords are created, so that no password is lost if the file can't be written. */
    static InitialPasswords open(Path folder) throws IOException {
        var file = folder.resolve("initial-passwords.csv");
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return new InitialPasswords(file, FileChannel.open(file, StandardOpenOption.APPEND));
    }

    Path file() {
        return file;
    }

    /** Appends passwords by account. */
    void write(Map<String, String> passwords) throws IOException {
        var lines = new StringBuilder(channel.size() == 0 ? "account,password\n" : "");
        passwords.forEach((account, password) ->
                lines.append(account).append(',').append(password).append('\n'));
        var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        var empty = channel.size() == 0;
        channel.close();
        if (empty) {
            Files.delete(file);
        }
    }
}
