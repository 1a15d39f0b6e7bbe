package org.liudan.orderpages;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderRow;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/**
 * Writes orders to an Excel sheet one by one, so that a ledger of any length needs little memory. Dates are real dates. The
 * numbers of orders and all words are texts, so that Excel never reads one as a formula.
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

    private final PageContext context;
    private final ListedOrders listed;

    LedgerSheet(PageContext context, ListedOrders listed) {
        this.context = context;
        this.listed = listed;
    }

    /**
     * Writes the sheet.
     *
     * @param rows passes every order to a consumer, one after the other
     */
    void write(OutputStream out, Consumer<Consumer<OrderRow>> rows) throws IOException {
        try (var sheet = new SheetWriter(out, context.t("ledger.title"))) {
            sheet.head(
                    COLUMNS.stream()
                            .map(column -> context.t("ledger." + column))
                            .toList(),
                    WIDTHS);
            rows.accept(row -> {
                write(sheet, row);
                sheet.next();
            });
        }
    }

    private void write(SheetWriter sheet, OrderRow row) {
        var method = listed.method(row, context);
        sheet.text(OrderNumber.of(row.heading().id(), row.times().raisedAt(), context.calendar())
                .text());
        date(sheet, Optional.of(row.times().raisedAt()));
        sheet.text(context.directory().regionName(row.classification().region()));
        sheet.text(row.heading().title());
        sheet.text(
                row.classification().category().isEmpty()
                        ? ""
                        : context.category(row.classification().category()));
        sheet.text(choice(method, "grade", row.classification().grade()));
        sheet.text(choice(method, "channel", row.classification().channel()));
        sheet.text(context.w(method.step(row.position().step()).name()));
        sheet.text(row.position().holderUnit().map(context::unit).orElse(""));
        sheet.text(
                row.classification().department().isEmpty()
                        ? ""
                        : context.unit(row.classification().department()));
        date(sheet, row.times().dueAt());
        sheet.text(choice(method, "rating", row.classification().rating()));
        date(sheet, row.position().closed().map(closed -> row.times().changedAt()));
        sheet.text(row.position().supervised() ? context.t("ledger.yes") : "");
    }

    private void date(SheetWriter sheet, Optional<Instant> instant) {
        instant.ifPresentOrElse(
                time -> sheet.moment(
                        time.atZone(context.calendar().hours().zone()).toLocalDateTime()),
                () -> sheet.text(""));
    }

    private String choice(Method method, String field, String value) {
        var declared = method.fields().get(field);
        var words = declared == null ? null : declared.choices().get(value);
        return words == null ? value : context.w(words);
    }
}
