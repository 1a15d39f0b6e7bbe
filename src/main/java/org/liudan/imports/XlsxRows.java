package org.liudan.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet. Formulas are marked as such and never evaluated. */
final class XlsxRows implements SheetRows {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final ReadableWorkbook book;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    XlsxRows(Path file) throws IOException {
        try {
            book = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
            stream = book.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (RuntimeException broken) {
            // the library and its XML parser throw many kinds of exception for a broken file
            throw new UnreadableFile("import.not-a-workbook");
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (RuntimeException broken) {
            throw new UnreadableFile("import.not-a-workbook");
        }
    }

    @Override
    public SheetRow next() {
        try {
            var row = rows.next();
            if (row.getCellCount() > MAX_COLUMNS) {
                throw new UnreadableFile("import.too-wide", MAX_COLUMNS);
            }
            if (row.getRowNum() > MAX_ROWS + 1) {
                throw new UnreadableFile("import.too-long", MAX_ROWS);
            }
            var cells = new ArrayList<ImportCell>(row.getCellCount());
            for (var cell : row) {
                cells.add(cell == null ? ImportCell.EMPTY : cell(cell));
            }
            return new SheetRow(row.getRowNum(), cells);
        } catch (UnreadableFile unreadable) {
            throw unreadable;
        } catch (RuntimeException broken) {
            throw new UnreadableFile("import.not-a-workbook");
        }
    }

    private static ImportCell cell(org.dhatim.fastexcel.reader.Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> ImportCell.EMPTY;
            case STRING -> ImportCell.text(cell.asString());
            case NUMBER -> number(cell);
            case BOOLEAN -> ImportCell.text(cell.asBoolean() ? "true" : "false");
            case FORMULA ->
                new ImportCell(ImportCell.CellKind.FORMULA, "=" + (cell.getFormula() == null ? "" : cell.getFormula()));
            case ERROR -> new ImportCell(ImportCell.CellKind.BROKEN, String.valueOf(cell.getRawValue()));
        };
    }

    private static ImportCell number(org.dhatim.fastexcel.reader.Cell cell) {
        if (isDay(cell.getDataFormatId(), cell.getDataFormatString())) {
            return new ImportCell(ImportCell.CellKind.DAY, cell.asDate().toString());
        }
        var value = (BigDecimal) cell.getValue();
        return new ImportCell(
                ImportCell.CellKind.NUMBER,
                value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    /** True for the built-in date formats, and for custom formats that contain a year or a day. */
    private static boolean isDay(@Nullable Integer id, @Nullable String format) {
        if (id == null || id == 0) {
            return false;
        }
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58) {
            return true;
        }
        if (id < 50 || format == null) {
            return false;
        }
        var plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
        return plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
