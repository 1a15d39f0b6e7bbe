package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Event;
import org.liudan.organisation.Directory;

/**
 * The rows for new events of one order or subject. Each event has a hash that depends on the hash of the event before.
 *
 * @param events rows of {@link OrderStore#EVENT}
 * @param snapshots rows of {@link SubjectSnapshot#TABLE}
 * @param hash the hash of the last event, in hexadecimal
 */
public record ChainedRows(List<List<@Nullable Object>> events, List<List<@Nullable Object>> snapshots, String hash) {

    /**
     * The rows for events that follow a stored order.
     *
     * @param request the id of the request; it is stored with the first event
     */
    public static ChainedRows of(
            Directory directory,
            OrderTable table,
            StoredOrder before,
            List<Event> newEvents,
            @Nullable String request) {
        var events = new ArrayList<List<@Nullable Object>>();
        var snapshots = new ArrayList<List<@Nullable Object>>();
        var hash = before.hash();
        var order = before.order();
        for (var event : newEvents) {
            var next = order.after(event);
            snapshots.addAll(table.snapshotRows(order, next, directory));
            order = next;
            var body = OrderJson.write(event);
            hash = OrderJson.hash(hash, directory.district(), order.id(), body);
            events.add(OrderStore.eventRow(event, order.step(), events.isEmpty() ? request : null, body, hash));
        }
        return new ChainedRows(events, snapshots, hash);
    }
}
