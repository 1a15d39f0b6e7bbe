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

/** Finds the orders linked to an order. */
@Component
class RelatedOrdersFinder {

    /** How many parts are listed if a table has all of them. */
    private static final int MAX_LISTED = 5;

    private final VisibleOrders visible;
    private final SubjectOrders subjectOrders;
    private final OrderDesk desk;

    RelatedOrdersFinder(VisibleOrders visible, SubjectOrders subjectOrders, OrderDesk desk) {
        this.visible = visible;
        this.subjectOrders = subjectOrders;
        this.desk = desk;
    }

    RelatedOrders of(Order order, Seat reader, PageContext context) {
        var links = order.kin();
        var above = Stream.concat(links.parent().map(Parent::id).stream(), links.main().stream())
                .toList();
        var subjects = links.about().stream().toList();
        var ordersOfSubject = subjectOrders.about(order.id());
        var ids = Stream.of(
                        above,
                        subjects,
                        ordersOfSubject,
                        links.children().stream().map(Child::id).toList(),
                        List.copyOf(links.joined()))
                .flatMap(Collection::stream)
                .toList();
        var visibleOrders = visible.findAll(reader, ids);
        var partsTable = partsTableAddress(order, visibleOrders, context);
        return new RelatedOrders(
                linkedOrders(above, visibleOrders, context),
                links.children().stream()
                        .limit(partsTable.isPresent() ? MAX_LISTED : Integer.MAX_VALUE)
                        .map(child -> part(order, child, visibleOrders, context))
                        .toList(),
                linkedOrders(List.copyOf(links.joined()), visibleOrders, context),
                linkedOrders(subjects, visibleOrders, context),
                linkedOrders(ordersOfSubject, visibleOrders, context),
                partsTable);
    }

    /** The address of the table of parts: of the order's own parts, or of the order of which it is a part. */
    private Optional<String> partsTableAddress(Order order, Map<Long, Order> visibleOrders, PageContext context) {
        var whole = order.kin().parent().map(Parent::id).filter(parent -> hasPartsTable(order));
        return whole.flatMap(desk::find)
                .or(() -> visibleOrders.values().stream()
                        .filter(part -> order.kin().child(part.id()).isPresent() && hasPartsTable(part))
                        .findFirst()
                        .map(part -> order))
                .map(owner ->
                        "/orders/" + OrderNumber.of(owner, context.calendar()).text() + "/roll");
    }

    private boolean hasPartsTable(Order order) {
        return desk.methodOf(order).roll().isPresent();
    }

    private List<RelatedOrders.Relative> linkedOrders(
            List<Long> ids, Map<Long, Order> visibleOrders, PageContext context) {
        return ids.stream()
                .map(id -> Optional.ofNullable(visibleOrders.get(id))
                        .map(order -> linkedOrder(
                                "",
                                order,
                                order.holder()
                                        .map(Seat::unit)
                                        .map(context::unit)
                                        .orElse(""),
                                context))
                        .orElse(new RelatedOrders.Relative("", "", "", context.t("family.hidden"), "", "", "grey")))
                .toList();
    }

    /** Whoever sees an order sees the units of its parts, even of a part that they may not read. */
    private RelatedOrders.Relative part(Order whole, Child child, Map<Long, Order> visibleOrders, PageContext context) {
        var name = desk.methodOf(whole).part(child.as()).map(context::w).orElse("");
        return Optional.ofNullable(visibleOrders.get(child.id()))
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
