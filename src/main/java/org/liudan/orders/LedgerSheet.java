package org.liudan.orders;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liudan.engine.Method;
import org.liudan.kit.Screen;

/**
 * Writes orders to an Excel sheet as they come, so that a ledger of any length needs little memory. Dates are real
 * dates; numbers of orders and every word are texts, so that nothing in them is ever taken for a formula.
 */
final class LedgerSheet {

    private static final List<String> COLUMNS = List.of(
            "number",
            "raised",
            "region",
            "title-column",
            "category",
            "grade",
            "channel",
            "step",
            "holder",
            "department",
            "due",
            "rating",
            "closed",
            "supervised");
    private static final List<Integer> WIDTHS = List.of(18, 17, 24, 44, 20, 12, 14, 14, 26, 26, 17, 10, 17, 8);
    private static final String DATE = "yyyy-mm-dd hh:mm";

    private final Screen screen;
    private final ListedOrders listed;

    LedgerSheet(Screen screen, ListedOrders listed) {
        this.screen = screen;
        this.listed = listed;
    }

    /**
     * Writes the sheet.
     *
     * @param rows hands over every order, one after the other
     */
    void write(OutputStream out, Consumer<Consumer<OrderRow>> rows) throws IOException {
        try (var book = new Workbook(out, "Liudan", "1.0")) {
            var sheet = book.newWorksheet(screen.t("ledger.title"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, screen.t("ledger." + COLUMNS.get(column)));
                sheet.width(column, WIDTHS.get(column));
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            var line = new int[] {1};
            rows.accept(row -> {
                write(sheet, line[0]++, row);
                if (line[0] % 1000 == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private void write(Worksheet sheet, int line, OrderRow row) {
        var method = listed.method(row, screen);
        sheet.value(
                line,
                0,
                OrderNumber.of(row.id(), row.raisedAt(), screen.calendar()).text());
        date(sheet, line, 1, row.raisedAt());
        sheet.value(line, 2, screen.directory().regionName(row.region()));
        sheet.value(line, 3, row.title());
        sheet.value(line, 4, row.category().isEmpty() ? "" : screen.category(row.category()));
        sheet.value(line, 5, choice(method, "grade", row.grade()));
        sheet.value(line, 6, choice(method, "channel", row.channel()));
        sheet.value(line, 7, screen.w(method.step(row.step()).name()));
        sheet.value(line, 8, row.holderUnit().map(screen::unit).orElse(""));
        sheet.value(line, 9, row.department().isEmpty() ? "" : screen.unit(row.department()));
        row.dueAt().ifPresent(due -> date(sheet, line, 10, due));
        sheet.value(line, 11, choice(method, "rating", row.rating()));
        row.closed().ifPresent(closed -> date(sheet, line, 12, row.changedAt()));
        sheet.value(line, 13, row.supervised() ? screen.t("ledger.yes") : "");
    }

    private void date(Worksheet sheet, int line, int column, Instant at) {
        sheet.value(line, column, at.atZone(screen.calendar().hours().zone()).toLocalDateTime());
        sheet.style(line, column).format(DATE).set();
    }

    private String choice(Method method, String field, String value) {
        var declared = method.fields().get(field);
        var words = declared == null ? null : declared.choices().get(value);
        return words == null ? value : screen.w(words);
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
