package org.liudan.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The rows of a file's first sheet, one after the other, in little memory whatever its length. */
interface SheetRows extends Iterator<SheetRows.Row>, Closeable {

    int MOST_ROWS = 1_000_000;
    int MOST_COLUMNS = 200;

    /**
     * A row.
     *
     * @param number as the spreadsheet shows it
     */
    record Row(int number, List<ImportCell> cells) {

        ImportCell cell(int column) {
            return column < cells.size() ? cells.get(column) : ImportCell.EMPTY;
        }

        boolean empty() {
            return cells.stream().allMatch(ImportCell::empty);
        }
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFile when it isn't one that can be read
     */
    static SheetRows of(Path file) throws IOException {
        return FileGuard.check(file) == FileGuard.Kind.XLSX ? new XlsxRows(file) : new CsvRows(file);
    }
}
