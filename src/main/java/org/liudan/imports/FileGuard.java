package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a file before anything reads it: what it is, how large it gets, and what it hides. A workbook is inflated
 * once from end to end without keeping anything, because what it says of its own size may be a lie.
 */
final class FileGuard {

    /** What can be read. */
    enum Kind {
        XLSX,
        CSV
    }

    static final long MOST_BYTES = 60L << 20;
    private static final int MOST_PARTS = 1_000;
    private static final long MOST_INFLATED = 3L << 30;
    /** Cells share their texts in one part, which is held in memory. */
    private static final long MOST_SHARED = 160L << 20;

    private static final long MOST_OTHER = 32L << 20;
    /** Real sheets shrink to a tenth or a fortieth; what shrinks to a thousandth was made to. */
    private static final int MOST_RATIO = 200;

    private static final long SMALL = 4L << 20;

    private FileGuard() {}

    /** @throws UnreadableFile for whatever is not taken */
    static Kind check(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableFile("import.too-large", MOST_BYTES >> 20);
        }
        var start = new byte[4];
        try (var in = Files.newInputStream(file)) {
            if (in.readNBytes(start, 0, 4) == 0) {
                throw new UnreadableFile("import.empty");
            }
        }
        if ((start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            throw new UnreadableFile("import.xls");
        }
        if (start[0] == 'P' && start[1] == 'K') {
            workbook(file);
            return Kind.XLSX;
        }
        return Kind.CSV;
    }

    private static void workbook(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new UnreadableFile("import.bomb");
            }
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile("import.not-a-workbook");
            }
            long left = MOST_INFLATED;
            for (var part : Collections.list(zip.entries())) {
                left -= part(zip, part, left);
            }
        } catch (ZipException broken) {
            throw new UnreadableFile("import.not-a-workbook");
        }
    }

    /** Answers how large the part is. */
    private static long part(ZipFile zip, ZipEntry part, long left) throws IOException {
        var name = part.getName();
        if (name.toLowerCase(java.util.Locale.ROOT).contains("vbaproject")) {
            throw new UnreadableFile("import.macro");
        }
        if (name.startsWith("xl/externalLinks/")) {
            throw new UnreadableFile("import.external");
        }
        long most = Math.min(left, most(name));
        var scan = new WorkbookScan(name);
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most || size > SMALL && size / MOST_RATIO > part.getCompressedSize()) {
                    throw new UnreadableFile("import.bomb");
                }
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    scan.read(buffer, read);
                }
            }
        }
        return size;
    }

    private static long most(String name) {
        if (name.startsWith("xl/worksheets/")) {
            return MOST_INFLATED;
        }
        return name.equals("xl/sharedStrings.xml") ? MOST_SHARED : MOST_OTHER;
    }
}
