package org.liudan.backups;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup file to read from. All its checksums are verified before any of it is used. */
public final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup file and verifies it.
     *
     * @throws BackupRefused if the file does not exist or is not exactly as it was written
     */
    public static Archive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("没有这个文件：" + file, "There is no such file: " + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException notZip) {
            throw damaged(file, notZip.toString());
        }
        try {
            var archive = new Archive(zip, manifest(file, zip));
            archive.checkContents(file);
            return archive;
        } catch (IOException | JacksonException unreadable) {
            close(zip);
            throw damaged(file, unreadable.toString());
        } catch (RuntimeException refused) {
            close(zip);
            throw refused;
        }
    }

    /** The description of the backup. */
    public Manifest manifest() {
        return manifest;
    }

    InputStream read(ArchivedTable table) throws IOException {
        return stream(zip, table.entry());
    }

    @Override
    public void close() {
        close(zip);
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var digest = Sha256.newDigest();
        byte[] text;
        try (var in = new DigestInputStream(stream(zip, MANIFEST), digest)) {
            text = in.readAllBytes();
        }
        if (!Sha256.hex(digest).equals(zip.getComment())) {
            throw damaged(file, MANIFEST);
        }
        int format = JSON.readTree(text).path("format").asInt(0);
        if (format != Manifest.FORMAT) {
            throw new BackupRefused(
                    "备份文件的格式是 " + format + "，本程序只读格式 " + Manifest.FORMAT + "。请用做这份备份的版本或更新的版本。",
                    "The backup is of format " + format + ", this program reads format " + Manifest.FORMAT
                            + ". Use the version that made it, or a newer one.");
        }
        return JSON.readValue(text, Manifest.class);
    }

    private void checkContents(Path file) throws IOException {
        var entries = new HashSet<String>();
        zip.stream().forEach(entry -> entries.add(entry.getName()));
        entries.remove(MANIFEST);
        for (var table : manifest.tables()) {
            var digest = Sha256.newDigest();
            try (var in = new DigestInputStream(read(table), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!Sha256.hex(digest).equals(table.sha256())) {
                throw damaged(file, table.entry());
            }
            entries.remove(table.entry());
        }
        if (!entries.isEmpty()) {
            throw damaged(file, entries.toString());
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private static BackupRefused damaged(Path file, String where) {
        return new BackupRefused(
                "备份文件 " + file + " 已损坏或不是备份（" + where + "），什么都没有写入。请换一份备份。",
                "The backup " + file + " is damaged or is none (" + where + "). Nothing was written. Use another one.");
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException readOnly) {
            throw new java.io.UncheckedIOException(readOnly);
        }
    }
}
