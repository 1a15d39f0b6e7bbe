package org.liudan.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Reads the rows of a file's first sheet one by one, in constant memory. */
interface SheetRows extends Iterator<SheetRows.SheetRow>, Closeable {

    int MAX_ROWS = 1_000_000;
    int MAX_COLUMNS = 200;

    /**
     * A row.
     *
     * @param number the row number that the spreadsheet shows, from 1
     */
    record SheetRow(int number, List<ImportCell> cells) {

        ImportCell cell(int column) {
            return column < cells.size() ? cells.get(column) : ImportCell.EMPTY;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(ImportCell::isEmpty);
        }
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFile if the file can't be read
     */
    static SheetRows of(Path file) throws IOException {
        return FileGuard.check(file) == FileGuard.FileKind.XLSX ? new XlsxRows(file) : new CsvRows(file);
    }
}
