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

/** The open orders of a method that go on under earlier versions, and what would change for each under the one in force. */
@Component
class OutdatedOrders {

    /** As many as are shown and moved at once. */
    static final int MOST = 200;

    private static final String WHICH =
            " from orders where district_id = :district and method = :method and closed is null and method_version < :version";

    private final JdbcClient jdbc;
    private final Directories directories;
    private final OrderDesk desk;

    OutdatedOrders(JdbcClient jdbc, Directories directories, OrderDesk desk) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.desk = desk;
    }

    long count(Method inForce) {
        return asked("select count(*)" + WHICH, inForce).query(Long.class).single();
    }

    /** The oldest of them. */
    List<Order> first(Method inForce) {
        return asked("select id" + WHICH + " order by id limit " + MOST, inForce).query(Long.class).list().stream()
                .flatMap(id -> desk.find(id).stream())
                .toList();
    }

    OutdatedOrdersPage.Line line(Order order, Method inForce, Actor by, PageContext screen) {
        var decision = new Reversioning(desk.methodOf(order), inForce, order, desk.setting(order)).decide(by);
        var moved = decision instanceof Decision.Moved found ? changes(order, found.order(), inForce, screen) : null;
        var refused = decision instanceof Decision.Refused found ? found.reasons() : List.<Reason>of();
        return new OutdatedOrdersPage.Line(
                OrderNumber.of(
                                order.id(),
                                order.raisedAt(),
                                screen.calendar().hours().zone())
                        .text(),
                order.version(),
                screen.w(desk.methodOf(order).step(order.step()).name()),
                order.holder().map(seat -> screen.unit(seat.unit())).orElse(""),
                moved == null ? List.of() : moved,
                refused.stream().map(screen::reason).toList());
    }

    /** What would be otherwise, in words; empty when the version only differs elsewhere. */
    private static List<String> changes(Order before, Order after, Method inForce, PageContext screen) {
        var changes = new ArrayList<String>();
        after.holder()
                .filter(seat -> !before.holder().equals(after.holder()))
                .ifPresent(seat ->
                        changes.add(screen.t("older.holder", screen.unit(seat.unit()), screen.post(seat.post()))));
        var ran = running(before);
        running(after).forEach((clock, run) -> {
            var name = screen.w(inForce.clock(clock).name());
            var old = ran.get(clock);
            if (old == null) {
                changes.add(screen.t("older.clock.starts", name, screen.moment(run.dueAt())));
            } else if (!old.dueAt().equals(run.dueAt())) {
                changes.add(screen.t("older.clock", name, screen.moment(old.dueAt()), screen.moment(run.dueAt())));
            }
        });
        ran.keySet().stream()
                .filter(clock -> !running(after).containsKey(clock))
                .forEach(clock -> changes.add(screen.t(
                        "older.clock.stops", screen.w(inForce.clock(clock).name()))));
        return changes;
    }

    private static Map<String, ClockRun> running(Order order) {
        return order.running().stream().collect(Collectors.toMap(ClockRun::clock, Function.identity()));
    }

    private JdbcClient.StatementSpec asked(String statement, Method inForce) {
        return jdbc.sql(statement)
                .param("district", directories.district())
                .param("method", inForce.id())
                .param("version", inForce.version());
    }
}
