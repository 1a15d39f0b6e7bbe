package org.liudan.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.Child;
import org.liudan.engine.Order;
import org.liudan.engine.Parent;
import org.liudan.engine.Seat;
import org.liudan.kit.Screen;
import org.springframework.stereotype.Component;

/** Finds the orders that an order belongs with. */
@Component
class Families {

    private final VisibleOrders visible;
    private final OrderDesk desk;

    Families(VisibleOrders visible, OrderDesk desk) {
        this.visible = visible;
        this.desk = desk;
    }

    Family of(Order order, Seat reader, Screen screen) {
        var kin = order.kin();
        var above = Stream.concat(kin.parent().map(Parent::id).stream(), kin.main().stream())
                .toList();
        var ids = Stream.of(above, kin.children().stream().map(Child::id).toList(), List.copyOf(kin.joined()))
                .flatMap(Collection::stream)
                .toList();
        var seen = visible.findAll(reader, ids);
        return new Family(
                relatives(above, seen, screen),
                kin.children().stream()
                        .map(child -> part(order, child, seen, screen))
                        .toList(),
                relatives(List.copyOf(kin.joined()), seen, screen));
    }

    private List<Family.Relative> relatives(List<Long> ids, Map<Long, Order> seen, Screen screen) {
        return ids.stream()
                .map(id -> Optional.ofNullable(seen.get(id))
                        .map(order -> relative(
                                "",
                                order,
                                order.holder().map(Seat::unit).map(screen::unit).orElse(""),
                                screen))
                        .orElse(new Family.Relative("", "", "", screen.t("family.hidden"), "", "", "grey")))
                .toList();
    }

    /** A part is named by its unit to whoever sees the whole, even where the part itself is not theirs to read. */
    private Family.Relative part(Order whole, Child child, Map<Long, Order> seen, Screen screen) {
        var name = desk.methodOf(whole).part(child.as()).map(screen::w).orElse("");
        return Optional.ofNullable(seen.get(child.id()))
                .map(order -> relative(name, order, screen.unit(child.unit()), screen))
                .orElse(new Family.Relative(
                        name,
                        "",
                        "",
                        "",
                        screen.unit(child.unit()),
                        screen.t(child.open() ? "family.open" : "family.closed"),
                        child.open() ? child.late() ? "red" : "green" : "none"));
    }

    private Family.Relative relative(String part, Order order, String unit, Screen screen) {
        var method = desk.methodOf(order);
        return new Family.Relative(
                part,
                OrderNumber.of(order, screen.calendar()).text(),
                screen.w(method.name()),
                Columns.title(order),
                unit,
                screen.w(method.step(order.step()).name()),
                order.open()
                        ? order.running().stream().anyMatch(run -> run.overdue(screen.now())) ? "red" : "green"
                        : order.late() ? "red" : "none");
    }
}
