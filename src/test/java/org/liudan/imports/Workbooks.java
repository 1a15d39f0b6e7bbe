package org.liudan.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds workbooks for tests, both normal and hostile ones. */
public final class Workbooks {

    private Workbooks() {}

    /** A sheet of texts, numbers and days. */
    public static byte[] of(List<List<?>> rows) {
        return of(sheet -> {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    write(sheet, row, column, rows.get(row).get(column));
                }
            }
        });
    }

    static byte[] of(Consumer<Worksheet> filled) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            filled.accept(book.newWorksheet("Sheet1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    /** The same workbook with some parts replaced or added. */
    static byte[] with(byte[] workbook, Map<String, byte[]> parts) {
        var all = parts(workbook);
        all.putAll(parts);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    static String part(byte[] workbook, String name) {
        return new String(parts(workbook).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] workbook) {
        var parts = new LinkedHashMap<String, byte[]>();
        if (workbook.length == 0) {
            return parts;
        }
        try {
            // read through the table of contents, because only it has the sizes of streamed parts
            var file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
            try (var zip = new ZipFile(file.toFile())) {
                for (var part : Collections.list(zip.entries())) {
                    parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }
}
