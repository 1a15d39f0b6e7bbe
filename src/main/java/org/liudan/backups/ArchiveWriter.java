package org.liudan.backups;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup into a temporary file, and renames it when it is complete and on the disk. An unfinished file is deleted. */
final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        var folder = file.getParent();
        Files.createDirectories(folder);
        this.temporary = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
        }
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        // most of the data is photos, which do not compress further
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Copies the rows of a table into the file. */
    ArchivedTable add(DatabaseTable table, CopyManager copies) throws IOException, SQLException {
        var digest = Sha256.newDigest();
        zip.putNextEntry(new ZipEntry(new ArchivedTable(table.name(), List.of(), 0, "").entry()));
        var out = new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER);
        long rows = copies.copyOut(table.copyCommand(table.columns()) + " to stdout", out);
        out.flush();
        zip.closeEntry();
        return new ArchivedTable(table.name(), table.columns(), rows, Sha256.hex(digest));
    }

    /** Writes the manifest and moves the file to its name. */
    void finish(Manifest manifest) throws IOException {
        var text = JSON.writeValueAsBytes(manifest);
        zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
        zip.write(text);
        zip.closeEntry();
        var digest = Sha256.newDigest();
        digest.update(text);
        zip.setComment(Sha256.hex(digest));
        zip.finish();
        zip.flush();
        channel.force(true);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    /** Flushes the folder to the disk, so that the name of the file survives a crash. */
    private void syncFolder() {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notSupported) {
            // for example on Windows, which does this itself
        }
    }
}
