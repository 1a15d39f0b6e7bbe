package org.liudan.orderpages;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Parent;
import org.liudan.engine.order.Seat;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.SubjectOrders;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Finds the orders that an order belongs with. */
@Component
class RelatedOrdersFinder {

    /** As many parts are listed where a roll has them all. */
    private static final int LISTED = 5;

    private final VisibleOrders visible;
    private final SubjectOrders subjectOrders;
    private final OrderDesk desk;

    RelatedOrdersFinder(VisibleOrders visible, SubjectOrders concerns, OrderDesk desk) {
        this.visible = visible;
        this.subjectOrders = concerns;
        this.desk = desk;
    }

    RelatedOrders of(Order order, Seat reader, PageContext context) {
        var kin = order.kin();
        var above = Stream.concat(kin.parent().map(Parent::id).stream(), kin.main().stream())
                .toList();
        var about = kin.about().stream().toList();
        var concerned = subjectOrders.about(order.id());
        var ids = Stream.of(
                        above,
                        about,
                        concerned,
                        kin.children().stream().map(Child::id).toList(),
                        List.copyOf(kin.joined()))
                .flatMap(Collection::stream)
                .toList();
        var seen = visible.findAll(reader, ids);
        var roll = partsTableAddress(order, seen, context);
        return new RelatedOrders(
                linkedOrders(above, seen, context),
                kin.children().stream()
                        .limit(roll.isPresent() ? LISTED : Integer.MAX_VALUE)
                        .map(child -> part(order, child, seen, context))
                        .toList(),
                linkedOrders(List.copyOf(kin.joined()), seen, context),
                linkedOrders(about, seen, context),
                linkedOrders(concerned, seen, context),
                roll);
    }

    /** The parts of an order that are called over: of the order itself, or of the one that it is a part of. */
    private Optional<String> partsTableAddress(Order order, Map<Long, Order> seen, PageContext context) {
        var whole = order.kin().parent().map(Parent::id).filter(parent -> hasPartsTable(order));
        return whole.flatMap(desk::find)
                .or(() -> seen.values().stream()
                        .filter(part -> order.kin().child(part.id()).isPresent() && hasPartsTable(part))
                        .findFirst()
                        .map(part -> order))
                .map(one -> "/orders/" + OrderNumber.of(one, context.calendar()).text() + "/roll");
    }

    private boolean hasPartsTable(Order order) {
        return desk.methodOf(order).roll().isPresent();
    }

    private List<RelatedOrders.Relative> linkedOrders(List<Long> ids, Map<Long, Order> seen, PageContext context) {
        return ids.stream()
                .map(id -> Optional.ofNullable(seen.get(id))
                        .map(order -> linkedOrder(
                                "",
                                order,
                                order.holder().map(Seat::unit).map(context::unit).orElse(""),
                                context))
                        .orElse(new RelatedOrders.Relative("", "", "", context.t("family.hidden"), "", "", "grey")))
                .toList();
    }

    /** A part is named by its unit to whoever sees the whole, even where the part itself is not theirs to read. */
    private RelatedOrders.Relative part(Order whole, Child child, Map<Long, Order> seen, PageContext context) {
        var name = desk.methodOf(whole).part(child.as()).map(context::w).orElse("");
        return Optional.ofNullable(seen.get(child.id()))
                .map(order -> linkedOrder(name, order, context.unit(child.unit()), context))
                .orElse(new RelatedOrders.Relative(
                        name,
                        "",
                        "",
                        "",
                        context.unit(child.unit()),
                        context.t(child.open() ? "family.open" : "family.closed"),
                        child.open() ? child.late() ? "red" : "green" : "none"));
    }

    private RelatedOrders.Relative linkedOrder(String part, Order order, String unit, PageContext context) {
        var method = desk.methodOf(order);
        return new RelatedOrders.Relative(
                part,
                OrderNumber.of(order, context.calendar()).text(),
                context.w(method.name()),
                OrderColumns.title(order),
                unit,
                context.w(method.step(order.step()).name()),
                order.open()
                        ? order.running().stream().anyMatch(run -> run.overdue(context.now())) ? "red" : "green"
                        : order.late() ? "red" : "none");
    }
}
