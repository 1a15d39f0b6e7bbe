package org.liudan.orders;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.Child;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Register.Computed;
import org.liudan.engine.Roll;
import org.liudan.kit.Pages;
import org.liudan.kit.Screen;
import org.liudan.people.Seals;
import org.liudan.people.SignedIn;
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
class RollPages {

    private final Pages pages;
    private final OrderDesk desk;
    private final VisibleOrders visible;
    private final Seals seals;

    RollPages(Pages pages, OrderDesk desk, VisibleOrders visible, Seals seals) {
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
                .orElseThrow(RollPages::unknown);
        var parts = List.copyOf(visible.findAll(
                        viewer.seat(),
                        whole.kin().children().stream().map(Child::id).toList())
                .values());
        var method = parts.stream()
                .map(desk::methodOf)
                .filter(one -> one.roll().isPresent())
                .findFirst()
                .orElseThrow(RollPages::unknown);
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

    private final class Calling {

        private final Screen screen;
        private final Method method;
        private final Roll roll;
        private final Values values;

        Calling(Screen screen, Method method, Roll roll) {
            this.screen = screen;
            this.method = method;
            this.roll = roll;
            this.values = new Values(screen, seals);
        }

        RollPage page(Order whole, boolean seen, List<Order> parts) {
            var number = OrderNumber.of(whole, screen.calendar()).text();
            return new RollPage(
                    "/orders/" + number + "/roll",
                    Columns.title(whole),
                    seen ? number : "",
                    roll.columns().stream().map(this::name).toList(),
                    parts.stream()
                            .sorted(Comparator.comparingLong((Order part) -> number(part, roll.first()))
                                    .reversed()
                                    .thenComparing(part -> !part.open())
                                    .thenComparing(Order::id))
                            .map(this::row)
                            .toList(),
                    roll.sums().stream()
                            .map(column -> new RollPage.Sum(
                                    name(column),
                                    parts.stream()
                                            .mapToLong(part -> number(part, column))
                                            .sum()))
                            .toList(),
                    name(roll.first()),
                    parts.stream().filter(this::presses).count(),
                    whole.kin().children().stream().filter(Child::refused).count(),
                    whole.open());
        }

        private RollPage.Row row(Order part) {
            return new RollPage.Row(
                    OrderNumber.of(part, screen.calendar()).text(),
                    roll.columns().stream().map(column -> text(part, column)).toList(),
                    screen.w(method.step(part.step()).name()),
                    part.open()
                            ? part.running().stream().anyMatch(run -> run.overdue(screen.now())) ? "red" : "green"
                            : "grey",
                    presses(part));
        }

        private boolean presses(Order part) {
            return part.open() && number(part, roll.first()) > 0;
        }

        private String name(String column) {
            return screen.w(computed(column)
                    .map(Computed::name)
                    .orElseGet(() -> method.field(column).name()));
        }

        private String text(Order part, String column) {
            return computed(column).isPresent()
                    ? Long.toString(number(part, column))
                    : values.of(method.field(column), part.fields().get(column));
        }

        /** What a column of numbers has; nothing counts as zero. */
        private long number(Order part, String column) {
            Optional<Object> value = computed(column)
                    .flatMap(one -> one.of(method, part, desk.setting(part)))
                    .or(() -> Optional.ofNullable(part.fields().get(column)));
            return value.filter(Number.class::isInstance)
                    .map(Number.class::cast)
                    .map(Number::longValue)
                    .orElse(0L);
        }

        private Optional<Computed> computed(String column) {
            return Optional.ofNullable(roll.computed().get(column));
        }
    }
}
