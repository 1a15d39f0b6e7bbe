package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.PartsTable;
import org.liudan.engine.method.Register.Computed;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.FieldValues;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/**
 * The table of the parts that one order has opened, for example all points under a warning. Whoever may see a part sees the
 * table with the parts visible to them; the most urgent part is on top.
 */
@Controller
class PartsTablePages {

    private final Pages pages;
    private final OrderDesk desk;
    private final VisibleOrders visible;
    private final Seals seals;

    PartsTablePages(Pages pages, OrderDesk desk, VisibleOrders visible, Seals seals) {
        this.pages = pages;
        this.desk = desk;
        this.visible = visible;
        this.seals = seals;
    }

    @GetMapping("/orders/{number}/roll")
    View roll(HttpServletRequest request, @PathVariable String number) {
        var viewer = SignedIn.required();
        var whole = OrderNumber.parse(number)
                .flatMap(parsed -> desk.find(parsed.id()))
                .orElseThrow(PartsTablePages::notFound);
        var parts = List.copyOf(visible.findAll(
                        viewer.seat(),
                        whole.kin().children().stream().map(Child::id).toList())
                .values());
        var method = parts.stream()
                .map(desk::methodOf)
                .filter(candidate -> candidate.roll().isPresent())
                .findFirst()
                .orElseThrow(PartsTablePages::notFound);
        var context = pages.screen(request);
        return pages.show(
                "orders/roll",
                new PartsTableBuilder(context, method, method.roll().orElseThrow())
                        .page(
                                whole,
                                visible.find(viewer, number).isPresent(),
                                parts.stream()
                                        .filter(part -> part.method().equals(method.id()))
                                        .toList()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** A part with the numbers in its columns. */
    private record PartNumbers(Order part, Map<String, Long> numbers) {

        long number(String column) {
            return numbers.getOrDefault(column, 0L);
        }
    }

    private final class PartsTableBuilder {

        private final PageContext context;
        private final Method method;
        private final PartsTable table;
        private final FieldValues values;

        PartsTableBuilder(PageContext context, Method method, PartsTable table) {
            this.context = context;
            this.method = method;
            this.table = table;
            this.values = new FieldValues(context, seals);
        }

        PartsTablePage page(Order whole, boolean mayReadWhole, List<Order> parts) {
            var number = OrderNumber.of(whole, context.calendar()).text();
            var rows = parts.stream()
                    .map(this::withNumbers)
                    .sorted(Comparator.comparingLong((PartNumbers row) -> row.number(table.first()))
                            .reversed()
                            .thenComparing(row -> !row.part().open())
                            .thenComparingLong(row -> row.part().id()))
                    .toList();
            return new PartsTablePage(
                    "/orders/" + number + "/roll",
                    OrderColumns.title(whole),
                    mayReadWhole ? number : "",
                    table.columns().stream().map(this::name).toList(),
                    rows.stream().map(this::row).toList(),
                    table.sums().stream()
                            .map(column -> new PartsTablePage.ColumnTotal(
                                    name(column),
                                    rows.stream()
                                            .mapToLong(row -> row.number(column))
                                            .sum()))
                            .toList(),
                    name(table.first()),
                    rows.stream().filter(this::isUrgent).count(),
                    whole.kin().children().stream().filter(Child::refused).count(),
                    whole.open());
        }

        /** Computes each number of a part once; a missing number counts as zero. */
        private PartNumbers withNumbers(Order part) {
            var decisionContext = desk.setting(part);
            var numbers = new HashMap<String, Long>();
            Stream.of(table.columns(), table.sums(), List.of(table.first()))
                    .flatMap(List::stream)
                    .distinct()
                    .forEach(column -> computed(column)
                            .flatMap(computed -> computed.of(method, part, decisionContext))
                            .or(() -> Optional.ofNullable(part.fields().get(column)))
                            .filter(Number.class::isInstance)
                            .ifPresent(value -> numbers.put(column, ((Number) value).longValue())));
            return new PartNumbers(part, Map.copyOf(numbers));
        }

        private PartsTablePage.Row row(PartNumbers row) {
            var part = row.part();
            return new PartsTablePage.Row(
                    OrderNumber.of(part, context.calendar()).text(),
                    table.columns().stream().map(column -> text(row, column)).toList(),
                    context.w(method.step(part.step()).name()),
                    part.open()
                            ? part.running().stream().anyMatch(run -> run.overdue(context.now())) ? "red" : "green"
                            : "grey",
                    isUrgent(row));
        }

        private boolean isUrgent(PartNumbers row) {
            return row.part().open() && row.number(table.first()) > 0;
        }

        private String name(String column) {
            return context.w(computed(column)
                    .map(Computed::name)
                    .orElseGet(() -> method.field(column).name()));
        }

        private String text(PartNumbers row, String column) {
            return computed(column).isPresent()
                    ? Long.toString(row.number(column))
                    : values.of(method.field(column), row.part().fields().get(column));
        }

        private Optional<Computed> computed(String column) {
            return Optional.ofNullable(table.computed().get(column));
        }
    }
}
