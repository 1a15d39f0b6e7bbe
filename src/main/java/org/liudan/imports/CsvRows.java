package org.liudan.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file in UTF-8 or in GB18030, which Chinese spreadsheets write. */
final class CsvRows implements SheetRows {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    /** Text that a spreadsheet treats as a formula when it opens the file. Numbers and telephone numbers do not match. */
    private static final Pattern FORMULA = Pattern.compile("[=@].*|[+-](?![\\d\\s().+-]*$).*", Pattern.DOTALL);

    private static final int MAX_CELL_LENGTH = 32_767;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvRows(Path file) throws IOException {
        var charset = CHARSETS.stream()
                .filter(candidate -> canDecode(file, candidate))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile("import.charset"));
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        skipByteOrderMark(reader);
        parser = CSVParser.parse(
                reader,
                CSVFormat.RFC4180.builder().setDelimiter(delimiter(reader)).get());
        records = parser.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableFile("import.csv-broken", parser.getCurrentLineNumber());
        }
    }

    @Override
    public SheetRow next() {
        var record = records.next();
        if (record.size() > MAX_COLUMNS) {
            throw new UnreadableFile("import.too-wide", MAX_COLUMNS);
        }
        if (record.getRecordNumber() > MAX_ROWS + 1) {
            throw new UnreadableFile("import.too-long", MAX_ROWS);
        }
        var cells = new ArrayList<ImportCell>(record.size());
        record.forEach(text -> cells.add(cell(text)));
        return new SheetRow((int) record.getRecordNumber(), cells);
    }

    private ImportCell cell(String raw) {
        var text = raw.strip();
        if (text.length() > MAX_CELL_LENGTH) {
            throw new UnreadableFile("import.csv-broken", parser.getCurrentLineNumber());
        }
        return FORMULA.matcher(text).matches()
                ? new ImportCell(ImportCell.CellKind.FORMULA, text)
                : ImportCell.text(text);
    }

    private static boolean canDecode(Path file, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            var buffer = new char[1 << 14];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\0') {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** The most frequent delimiter (comma, semicolon or tab) in the first line. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(MAX_CELL_LENGTH);
        var head = new char[4_096];
        int read = Math.max(0, reader.read(head));
        reader.reset();
        var line = new String(head, 0, read).lines().findFirst().orElse("");
        return Optional.of('\t')
                .filter(tab -> count(line, tab) > count(line, ','))
                .orElse(count(line, ';') > count(line, ',') ? ';' : ',');
    }

    private static long count(String line, char letter) {
        return line.chars().filter(character -> character == letter).count();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
