package org.liudan.rulebook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** A CSV file with a header row, in UTF-8 with or without a byte order mark. */
public record CsvFile(String name, List<CSVRecord> rows) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    /**
     * Reads a file of the class path.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static CsvFile ofClasspath(String path) {
        try {
            return read(
                    path, new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads a file of the file system.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static CsvFile of(Path file) {
        try {
            return read(file.toString(), Files.newBufferedReader(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CsvFile read(String name, Reader reader) throws IOException {
        try (reader) {
            var writer = new StringWriter();
            reader.transferTo(writer);
            var text = writer.getBuffer();
            if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
                text.deleteCharAt(0);
            }
            return new CsvFile(
                    name, FORMAT.parse(new StringReader(text.toString())).getRecords());
        }
    }
}
