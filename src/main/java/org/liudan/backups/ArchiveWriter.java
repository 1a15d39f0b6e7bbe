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

/** Writes a backup beside its place, and moves it there once it is whole and on the disk. What was not finished goes. */
final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;

    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        var folder = file.getParent();
        Files.createDirectories(folder);
        this.draft = Files.createTempFile(folder, file.getFileName() + ".", ".part");
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        // most of it is photos, which grow no smaller
        zip.setLevel(Deflater.BEST_SPEED);
    }

    ArchivedTable add(DatabaseTable table, CopyManager copies) throws IOException, SQLException {
        var digest = Sha256.newDigest();
        zip.putNextEntry(new ZipEntry(new ArchivedTable(table.name(), List.of(), 0, "").entry()));
        var out = new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER);
        long rows = copies.copyOut(table.copyCommand(table.columns()) + " to stdout", out);
        out.flush();
        zip.closeEntry();
        return new ArchivedTable(table.name(), table.columns(), rows, Sha256.hex(digest));
    }

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
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    /** A file is only safe when its folder is, on systems where folders can be asked for that. */
    private void syncFolder() {
        try (var folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notHere) {
            // such as on Windows, which does so by itself
        }
    }
}
