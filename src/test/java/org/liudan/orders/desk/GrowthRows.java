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
import org.liudan.orders.store.ClockRow;
import org.liudan.orders.store.CopyRows;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SearchWords;
import org.liudan.organisation.Directory;
import org.liudan.rulebook.Rulebook;

/** The rows of some orders, made as {@link OrderStore} makes them, on their way into the tables. */
final class GrowthRows {

    private final OrderStore store;
    private final Directory directory;
    private final Method method;
    private final Instant since;
    /** What copies of the same story have on the same day. */
    private final Map<String, Event> read = new HashMap<>();

    private final CopyRows orders = new CopyRows(
            OrderTable.ORDERS.allColumns().name(),
            OrderTable.ORDERS.allColumns().names());
    private final CopyRows doors = CopyRows.of(OrderStore.TRACKING);
    private final CopyRows words = CopyRows.of(SearchWords.TABLE);
    private final CopyRows contacts = CopyRows.of(OrderStore.CONTACT);
    private final CopyRows events = CopyRows.of(OrderStore.EVENT);
    private final CopyRows clocks = CopyRows.of(ClockRow.TABLE);
    private final CopyRows notices =
            new CopyRows(OrderStore.OUTBOX.name(), "district_id, order_id, " + OrderStore.OUTBOX.names() + ", seen_at");

    /** @param since orders that were raised earlier are left without their events */
    GrowthRows(OrderStore store, Rulebook rulebook, Directory directory, Instant since) {
        this.since = since;
        this.store = store;
        this.directory = directory;
        this.method = rulebook.current(directory.district(), "six-orders");
    }

    void add(long id, List<String> bodies, Random lots) {
        int district = directory.district();
        var owner = List.<Object>of(district, id);
        var before = Order.unraised(id, method.id(), method.version());
        var order = before;
        var hash = OrderJson.INITIAL_HASH;
        var told = new ArrayList<Event>();
        for (var body : bodies) {
            var event = read.computeIfAbsent(body, OrderJson::event);
            var next = order.after(event);
            hash = OrderJson.hash(hash, district, id, body);
            var request =
                    event.by() instanceof Actor.Machine ? null : new UUID(lots.nextLong(), lots.nextLong()).toString();
            if (!next.raisedAt().isBefore(since)) {
                events.add(owner, OrderStore.eventRow(event, next.step(), request, body, hash));
            }
            told.add(event);
            if (order.events() == 0) {
                doors.add(owner, store.trackingRow(district, next));
                rest(contacts, owner, store.contactRows(next));
            }
            order = next;
        }
        orders.add(OrderTable.ORDERS.allValues(district, order, method, directory, hash), List.of());
        rest(words, owner, SearchWords.rows(order));
        rest(clocks, owner, OrderStore.clockRows(before, order));
        for (var notice : OrderStore.outboxRows(told)) {
            var row = new ArrayList<@Nullable Object>(notice);
            row.add(order.open() ? null : notice.get(notice.size() - 1));
            notices.add(owner, row);
        }
    }

    /** Sends them on the connection of a transaction. */
    void copy(Connection connection) throws SQLException, IOException {
        for (var lines : List.of(orders, doors, words, contacts, events, clocks, notices)) {
            lines.copy(connection);
        }
    }

    private static void rest(
            CopyRows lines, List<Object> owner, List<? extends List<? extends @Nullable Object>> rows) {
        rows.forEach(row -> lines.add(owner, row));
    }
}
