package org.liudan.orders.desk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.ActionRows;
import org.liudan.orders.store.ClockRow;
import org.liudan.orders.store.CopyRows;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SearchWords;
import org.liudan.organisation.Directory;
import org.liudan.rulebook.Rulebook;

/** Rows for a batch of orders, made in the same way as {@link OrderStore} makes them. */
final class GrowthRows {

    private final OrderStore store;
    private final Directory directory;
    private final Method method;
    private final Instant since;
    /** The parsed events by their JSON: copies of the same sample on the same day share them. */
    private final Map<String, Event> parsed = new HashMap<>();

    private final CopyRows orders = new CopyRows(
            OrderTable.ORDERS.allColumns().name(),
            OrderTable.ORDERS.allColumns().names());
    private final CopyRows trackingCodes = CopyRows.of(OrderStore.TRACKING);
    private final CopyRows words = CopyRows.of(SearchWords.TABLE);
    private final CopyRows contacts = CopyRows.of(OrderStore.CONTACT);
    private final CopyRows events = CopyRows.of(OrderStore.EVENT);
    private final CopyRows clocks = CopyRows.of(ClockRow.TABLE);
    private final CopyRows notices =
            new CopyRows(OrderStore.OUTBOX.name(), "district_id, order_id, " + OrderStore.OUTBOX.names() + ", seen_at");

    /** @param since orders that were raised earlier get no events */
    GrowthRows(OrderStore store, Rulebook rulebook, Directory directory, Instant since) {
        this.since = since;
        this.store = store;
        this.directory = directory;
        this.method = rulebook.current(directory.district(), "six-orders");
    }

    void add(long id, List<String> bodies, Random random) {
        int district = directory.district();
        var owner = List.<Object>of(district, id);
        var before = Order.unraised(id, method.id(), method.version());
        var order = before;
        var hash = OrderJson.INITIAL_HASH;
        var newEvents = new ArrayList<Event>();
        for (var body : bodies) {
            var event = parsed.computeIfAbsent(body, OrderJson::event);
            var next = order.after(event);
            hash = OrderJson.hash(hash, district, id, body);
            var request = event.by() instanceof Actor.Machine
                    ? null
                    : new UUID(random.nextLong(), random.nextLong()).toString();
            if (!next.raisedAt().isBefore(since)) {
                events.add(owner, ActionRows.event(event, next.step(), request, body, hash));
            }
            newEvents.add(event);
            if (order.events() == 0) {
                trackingCodes.add(owner, store.trackingRow(district, next));
                addAll(contacts, owner, store.contactRows(next));
            }
            order = next;
        }
        orders.add(OrderTable.ORDERS.allValues(district, order, method, directory, hash), List.of());
        addAll(words, owner, SearchWords.rows(order));
        addAll(clocks, owner, ActionRows.clocks(before, order));
        for (var notice : ActionRows.outbox(newEvents)) {
            var row = new ArrayList<@Nullable Object>(notice);
            row.add(order.open() ? null : notice.get(notice.size() - 1));
            notices.add(owner, row);
        }
    }

    /** Sends the rows on the connection of a transaction. */
    void copy(Connection connection) throws SQLException, IOException {
        for (var rows : List.of(orders, trackingCodes, words, contacts, events, clocks, notices)) {
            rows.copy(connection);
        }
    }

    private static void addAll(
            CopyRows copy, List<Object> owner, List<? extends List<? extends @Nullable Object>> rows) {
        rows.forEach(row -> copy.add(owner, row));
    }
}
