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
 * Writes an Excel sheet row by row, so that one of any length needs little memory. Every word is a text, so that nothing
 * in it is ever taken for a formula, not even when somebody edits the cell; numbers and days are real ones.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int FLUSHED = 1_000;
    private static final String FORMULA_SIGNS = "=+-@\t\r";
    private static final String TEXT = "@";

    private final Workbook book;
    private final Worksheet sheet;
    private int line;
    private int column;

    public SheetWriter(OutputStream out, String name) {
        this.book = new Workbook(out, "Liudan", "1.0");
        this.sheet = book.newWorksheet(name);
    }

    /** The first row, which stays in sight. */
    public void head(List<String> names, List<? extends Number> widths) {
        for (int i = 0; i < names.size(); i++) {
            sheet.inlineString(0, i, names.get(i));
            sheet.width(i, widths.get(Math.min(i, widths.size() - 1)).doubleValue());
        }
        sheet.range(0, 0, 0, names.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        line = 1;
    }

    public void text(String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(line, column, text);
            if (FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0) {
                sheet.style(line, column).format(TEXT).set();
            }
        }
        column++;
    }

    public void number(Number number) {
        sheet.value(line, column++, number);
    }

    public void day(LocalDate day) {
        sheet.value(line, column, day);
        sheet.style(line, column++).format("yyyy-mm-dd").set();
    }

    public void moment(LocalDateTime moment) {
        sheet.value(line, column, moment);
        sheet.style(line, column++).format("yyyy-mm-dd hh:mm").set();
    }

    /** Goes on with the next row. */
    public void next() {
        column = 0;
        if (++line % FLUSHED == 0) {
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
