package org.liudan.orders.store;

import org.liudan.engine.order.Order;

/**
 * An order as it is kept.
 *
 * @param hash the hash of its last event in hexadecimal; zeros before the first
 * @param requested true when the request that was asked about is among its events
 */
public record StoredOrder(Order order, String hash, boolean requested) {

    /** Names this state of the order, and no other. */
    public String tag() {
        return tag(order, hash);
    }

    public static String tag(Order order, String hash) {
        return order.events() + "-" + hash.substring(0, 16);
    }

    public static StoredOrder unraised(Order order) {
        return new StoredOrder(order, OrderJson.FIRST, false);
    }
}
