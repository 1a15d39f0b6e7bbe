package org.liudan.batches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.decision.Reversioning;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.organisation.Directories;
import org.liudan.web.PageContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open orders of a method under earlier versions, and what a migration to the version in force would change. */
@Component
class OutdatedOrders {

    /** The number of orders that are shown and migrated at once. */
    static final int MAX_SHOWN = 200;

    private static final String CONDITION =
            " from orders where district_id = :district and method = :method and closed is null and method_version < :version";

    private final JdbcClient jdbc;
    private final Directories directories;
    private final OrderDesk desk;

    OutdatedOrders(JdbcClient jdbc, Directories directories, OrderDesk desk) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.desk = desk;
    }

    /** The number of open orders under earlier versions. */
    long count(Method inForce) {
        return statement("select count(*)" + CONDITION, inForce)
                .query(Long.class)
                .single();
    }

    /** The oldest open orders under earlier versions. */
    List<Order> oldest(Method inForce) {
        return statement("select id" + CONDITION + " order by id limit " + MAX_SHOWN, inForce)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> desk.find(id).stream())
                .toList();
    }

    /** Tries the migration of an order, without storing it, and describes the result. */
    OutdatedOrdersPage.Line line(Order order, Method inForce, Actor by, PageContext context) {
        var decision = new Reversioning(desk.methodOf(order), inForce, order, desk.setting(order)).decide(by);
        var moved = decision instanceof Decision.Moved found ? changes(order, found.order(), inForce, context) : null;
        var refused = decision instanceof Decision.Refused found ? found.reasons() : List.<Reason>of();
        return new OutdatedOrdersPage.Line(
                OrderNumber.of(
                                order.id(),
                                order.raisedAt(),
                                context.calendar().hours().zone())
                        .text(),
                order.version(),
                context.w(desk.methodOf(order).step(order.step()).name()),
                order.holder().map(seat -> context.unit(seat.unit())).orElse(""),
                moved == null ? List.of() : moved,
                refused.stream().map(context::reason).toList());
    }

    /** The changes to holder and deadlines, in words; empty if the new version changes neither. */
    private static List<String> changes(Order before, Order after, Method inForce, PageContext context) {
        var changes = new ArrayList<String>();
        after.holder()
                .filter(seat -> !before.holder().equals(after.holder()))
                .ifPresent(seat ->
                        changes.add(context.t("older.holder", context.unit(seat.unit()), context.post(seat.post()))));
        var runsBefore = runsByClock(before);
        runsByClock(after).forEach((clock, run) -> {
            var name = context.w(inForce.clock(clock).name());
            var previous = runsBefore.get(clock);
            if (previous == null) {
                changes.add(context.t("older.clock.starts", name, context.moment(run.dueAt())));
            } else if (!previous.dueAt().equals(run.dueAt())) {
                changes.add(
                        context.t("older.clock", name, context.moment(previous.dueAt()), context.moment(run.dueAt())));
            }
        });
        runsBefore.keySet().stream()
                .filter(clock -> !runsByClock(after).containsKey(clock))
                .forEach(clock -> changes.add(context.t(
                        "older.clock.stops", context.w(inForce.clock(clock).name()))));
        return changes;
    }

    private static Map<String, ClockRun> runsByClock(Order order) {
        return order.running().stream().collect(Collectors.toMap(ClockRun::clock, Function.identity()));
    }

    private JdbcClient.StatementSpec statement(String statement, Method inForce) {
        return jdbc.sql(statement)
                .param("district", directories.district())
                .param("method", inForce.id())
                .param("version", inForce.version());
    }
}
