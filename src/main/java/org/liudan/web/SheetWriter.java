package org.liudan.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an Excel sheet row by row, so that a sheet of any length needs little memory. Words are text cells, so that
 * Excel never treats them as a formula, even when a user edits the cell. Numbers and days are real numbers and days.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_PER_FLUSH = 1_000;
    private static final String FORMULA_SIGNS = "=+-@\t\r";
    private static final String TEXT_FORMAT = "@";

    private final Workbook book;
    private final Worksheet sheet;
    private int row;
    private int column;

    public SheetWriter(OutputStream out, String name) {
        this.book = new Workbook(out, "Liudan", "1.0");
        this.sheet = book.newWorksheet(name);
    }

    /** Writes the header row, which stays visible; the last width, in characters, also holds for further columns. */
    public void head(List<String> names, List<? extends Number> widths) {
        for (int i = 0; i < names.size(); i++) {
            sheet.inlineString(0, i, names.get(i));
            sheet.width(i, widths.get(Math.min(i, widths.size() - 1)).doubleValue());
        }
        sheet.range(0, 0, 0, names.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** Writes a text cell. */
    public void text(String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, text);
            if (FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
                sheet.style(row, column).format(TEXT_FORMAT).set();
            }
        }
        column++;
    }

    /** Writes a number cell. */
    public void number(Number number) {
        sheet.value(row, column++, number);
    }

    /** Writes a date cell. */
    public void day(LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column++).format("yyyy-mm-dd").set();
    }

    /** Writes a cell with a date and a time of day. */
    public void moment(LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column++).format("yyyy-mm-dd hh:mm").set();
    }

    /** Starts the next row. */
    public void next() {
        column = 0;
        if (++row % ROWS_PER_FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
