package org.liudan.orders.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.decision.EntryReversal;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.orders.desk.DecisionContexts;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what rows have entered or changed, where nobody has gone on from it. */
@Component
public class BulkReversal {

    private static final String FIND_WRITTEN = """
            select e.request, e.number, o.id, o.state, encode(o.hash, 'hex') as hash, false as requested
            from order_event e
            join subject o on o.district_id = e.district_id and o.id = e.order_id
            where e.district_id = :district and e.request = any(:requests) and e.request like '%s%%'
            """.formatted(BulkRow.NAMED);
    private static final String EVENTS = """
            select order_id, body
            from order_event
            where district_id = :district and order_id = any(:ids)
            order by order_id, number
            """;

    private record WrittenRow(String request, int number, StoredOrder stored) {}

    private final DecisionContexts contexts;
    private final JdbcClient jdbc;

    BulkReversal(DecisionContexts world, JdbcClient jdbc) {
        this.contexts = world;
        this.jdbc = jdbc;
    }

    /**
     * Decides what becomes of each row that was done; {@link BulkEntry#write} then writes it. Those that stay say why.
     *
     * @param done the requests by which rows were done, each with the row that takes it back
     */
    public List<Decided> decide(Actor.Officer by, Map<String, BulkRow> done) {
        var found = jdbc.sql(FIND_WRITTEN)
                .param("district", contexts.district())
                .param("requests", done.keySet().toArray(String[]::new))
                .query((row, number) ->
                        new WrittenRow(row.getString("request"), row.getInt("number"), OrderStore.stored(row)))
                .list();
        var events = events(found.stream()
                .filter(one -> one.stored().order().events() > 1)
                .map(one -> one.stored().order().id())
                .toList());
        return found.stream()
                .map(one -> decide(
                        by,
                        one,
                        events.getOrDefault(one.stored().order().id(), List.of()),
                        Objects.requireNonNull(done.get(one.request()))))
                .toList();
    }

    private Decided decide(Actor.Officer by, WrittenRow one, List<Event> events, BulkRow row) {
        var order = one.stored().order();
        var untouched = events.stream().skip(one.number()).allMatch(event -> event.by() instanceof Actor.Machine);
        if (!untouched) {
            return new BulkRow.Refused(row, List.of(Reason.of("reason.gone-on")));
        }
        var method = contexts.methodOf(order);
        var back = new EntryReversal(method, order, contexts.setting(order, by));
        var decision = one.number() == 1
                ? back.entry(by)
                : back.change(by, before(order, events, one.number()), events.get(one.number() - 1));
        return decision instanceof Decision.Moved moved
                ? new BulkRow.Moves(row, method, one.stored(), moved)
                : new BulkRow.Refused(row, ((Decision.Refused) decision).reasons());
    }

    private static Order before(Order order, List<Event> events, int number) {
        return Order.fold(order.id(), order.method(), order.version(), events.subList(0, number - 1));
    }

    private Map<Long, List<Event>> events(List<Long> ids) {
        var events = new HashMap<Long, List<Event>>();
        if (!ids.isEmpty()) {
            jdbc.sql(EVENTS)
                    .param("district", contexts.district())
                    .param("ids", ids.toArray(Long[]::new))
                    .query((RowCallbackHandler)
                            row -> events.computeIfAbsent(row.getLong("order_id"), id -> new ArrayList<>())
                                    .add(OrderJson.event(row.getString("body"))));
        }
        return events;
    }
}
