package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Event;
import org.liudan.organisation.Directory;

/**
 * The rows of what happens to one order or subject, each with a hash that follows from the one before.
 *
 * @param events rows of {@link OrderStore#EVENT}
 * @param turns rows of {@link SubjectSnapshot#TABLE}
 * @param hash of the last event
 */
public record ChainedRows(List<List<@Nullable Object>> events, List<List<@Nullable Object>> turns, String hash) {

    /**
     * The rows of events that follow a stored order.
     *
     * @param request the name of the request; it is stored with the first event
     */
    public static ChainedRows of(
            Directory directory, OrderTable shelf, StoredOrder before, List<Event> happened, @Nullable String request) {
        var events = new ArrayList<List<@Nullable Object>>();
        var turns = new ArrayList<List<@Nullable Object>>();
        var hash = before.hash();
        var then = before.order();
        for (var event : happened) {
            var next = then.after(event);
            turns.addAll(shelf.turns(then, next, directory));
            then = next;
            var body = OrderJson.write(event);
            hash = OrderJson.hash(hash, directory.district(), then.id(), body);
            events.add(OrderStore.row(event, then.step(), events.isEmpty() ? request : null, body, hash));
        }
        return new ChainedRows(events, turns, hash);
    }
}
