package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks a file before anything reads it: its format, its inflated size and its active content. A workbook is inflated
 * once from start to end and nothing is stored, because the sizes in its own table of contents may be false.
 */
final class FileGuard {

    /** The formats that can be read. */
    enum FileKind {
        XLSX,
        CSV
    }

    static final long MAX_BYTES = 60L << 20;
    private static final int MAX_PARTS = 1_000;
    private static final long MAX_INFLATED_BYTES = 3L << 30;
    /** The limit of the part with the shared texts of all cells, which is held in memory. */
    private static final long MAX_SHARED_STRINGS_BYTES = 160L << 20;

    private static final long MAX_OTHER_PART_BYTES = 32L << 20;
    /** Real sheets are compressed 10 to 40 times; a part that is compressed 1,000 times was built as a zip bomb. */
    private static final int MAX_COMPRESSION_RATIO = 200;

    private static final long RATIO_CHECKED_ABOVE_BYTES = 4L << 20;

    private FileGuard() {}

    /** @throws UnreadableFile if the file is not accepted */
    static FileKind check(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new UnreadableFile("import.too-large", MAX_BYTES >> 20);
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
            checkWorkbook(file);
            return FileKind.XLSX;
        }
        return FileKind.CSV;
    }

    private static void checkWorkbook(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw new UnreadableFile("import.bomb");
            }
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile("import.not-a-workbook");
            }
            long remaining = MAX_INFLATED_BYTES;
            for (var part : Collections.list(zip.entries())) {
                remaining -= checkPart(zip, part, remaining);
            }
        } catch (ZipException broken) {
            throw new UnreadableFile("import.not-a-workbook");
        }
    }

    /** Returns the inflated size of the part in bytes. */
    private static long checkPart(ZipFile zip, ZipEntry part, long remaining) throws IOException {
        var name = part.getName();
        if (name.toLowerCase(java.util.Locale.ROOT).contains("vbaproject")) {
            throw new UnreadableFile("import.macro");
        }
        if (name.startsWith("xl/externalLinks/")) {
            throw new UnreadableFile("import.external");
        }
        long max = Math.min(remaining, maxBytes(name));
        var scan = new WorkbookScan(name);
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > max
                        || size > RATIO_CHECKED_ABOVE_BYTES
                                && size / MAX_COMPRESSION_RATIO > part.getCompressedSize()) {
                    throw new UnreadableFile("import.bomb");
                }
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    scan.read(buffer, read);
                }
            }
        }
        return size;
    }

    private static long maxBytes(String name) {
        if (name.startsWith("xl/worksheets/")) {
            return MAX_INFLATED_BYTES;
        }
        return name.equals("xl/sharedStrings.xml") ? MAX_SHARED_STRINGS_BYTES : MAX_OTHER_PART_BYTES;
    }
}
