package org.liudan.orders.store;

import org.liudan.engine.order.Order;

/**
 * An order as it is stored.
 *
 * @param hash the hash of its last event in hexadecimal; zeros before the first event
 * @param requested true when one of its events came from the request that the query asked about
 */
public record StoredOrder(Order order, String hash, boolean requested) {

    /** A tag for this state of the order, for optimistic locking: no other state has it. */
    public String tag() {
        return tag(order, hash);
    }

    /** As {@link #tag()}, for an order and the hash of its last event. */
    public static String tag(Order order, String hash) {
        return order.events() + "-" + hash.substring(0, 16);
    }

    /** An order before its first event; nothing of it is stored yet. */
    public static StoredOrder unraised(Order order) {
        return new StoredOrder(order, OrderJson.INITIAL_HASH, false);
    }
}
