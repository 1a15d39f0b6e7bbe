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
 * Calling over what one order has opened, for example all points under a warning. Whoever may see one of the parts may
 * call over those that they see; what presses most stands on top.
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
                .orElseThrow(PartsTablePages::unknown);
        var parts = List.copyOf(visible.findAll(
                        viewer.seat(),
                        whole.kin().children().stream().map(Child::id).toList())
                .values());
        var method = parts.stream()
                .map(desk::methodOf)
                .filter(one -> one.roll().isPresent())
                .findFirst()
                .orElseThrow(PartsTablePages::unknown);
        var screen = pages.screen(request);
        return pages.show(
                "orders/roll",
                new Calling(screen, method, method.roll().orElseThrow())
                        .page(
                                whole,
                                visible.find(viewer, number).isPresent(),
                                parts.stream()
                                        .filter(part -> part.method().equals(method.id()))
                                        .toList()));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** A part with the numbers of its columns. */
    private record Called(Order part, Map<String, Long> numbers) {

        long number(String column) {
            return numbers.getOrDefault(column, 0L);
        }
    }

    private final class Calling {

        private final PageContext screen;
        private final Method method;
        private final PartsTable roll;
        private final FieldValues values;

        Calling(PageContext screen, Method method, PartsTable roll) {
            this.screen = screen;
            this.method = method;
            this.roll = roll;
            this.values = new FieldValues(screen, seals);
        }

        PartsTablePage page(Order whole, boolean seen, List<Order> parts) {
            var number = OrderNumber.of(whole, screen.calendar()).text();
            var called = parts.stream()
                    .map(this::called)
                    .sorted(Comparator.comparingLong((Called one) -> one.number(roll.first()))
                            .reversed()
                            .thenComparing(one -> !one.part().open())
                            .thenComparingLong(one -> one.part().id()))
                    .toList();
            return new PartsTablePage(
                    "/orders/" + number + "/roll",
                    OrderColumns.title(whole),
                    seen ? number : "",
                    roll.columns().stream().map(this::name).toList(),
                    called.stream().map(this::row).toList(),
                    roll.sums().stream()
                            .map(column -> new PartsTablePage.Sum(
                                    name(column),
                                    called.stream()
                                            .mapToLong(one -> one.number(column))
                                            .sum()))
                            .toList(),
                    name(roll.first()),
                    called.stream().filter(this::presses).count(),
                    whole.kin().children().stream().filter(Child::refused).count(),
                    whole.open());
        }

        /** Works out each number of a part once; what isn't given counts as zero. */
        private Called called(Order part) {
            var setting = desk.setting(part);
            var numbers = new HashMap<String, Long>();
            Stream.of(roll.columns(), roll.sums(), List.of(roll.first()))
                    .flatMap(List::stream)
                    .distinct()
                    .forEach(column -> computed(column)
                            .flatMap(one -> one.of(method, part, setting))
                            .or(() -> Optional.ofNullable(part.fields().get(column)))
                            .filter(Number.class::isInstance)
                            .ifPresent(value -> numbers.put(column, ((Number) value).longValue())));
            return new Called(part, Map.copyOf(numbers));
        }

        private PartsTablePage.Row row(Called one) {
            var part = one.part();
            return new PartsTablePage.Row(
                    OrderNumber.of(part, screen.calendar()).text(),
                    roll.columns().stream().map(column -> text(one, column)).toList(),
                    screen.w(method.step(part.step()).name()),
                    part.open()
                            ? part.running().stream().anyMatch(run -> run.overdue(screen.now())) ? "red" : "green"
                            : "grey",
                    presses(one));
        }

        private boolean presses(Called one) {
            return one.part().open() && one.number(roll.first()) > 0;
        }

        private String name(String column) {
            return screen.w(computed(column)
                    .map(Computed::name)
                    .orElseGet(() -> method.field(column).name()));
        }

        private String text(Called one, String column) {
            return computed(column).isPresent()
                    ? Long.toString(one.number(column))
                    : values.of(method.field(column), one.part().fields().get(column));
        }

        private Optional<Computed> computed(String column) {
            return Optional.ofNullable(roll.computed().get(column));
        }
    }
}
