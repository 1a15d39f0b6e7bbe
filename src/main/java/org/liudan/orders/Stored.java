package org.liudan.orders;

import org.liudan.engine.Order;

/**
 * An order as it is kept.
 *
 * @param hash the hash of its last event in hexadecimal; zeros before the first
 * @param requested true when the request that was asked about is among its events
 */
record Stored(Order order, String hash, boolean requested) {

    /** Names this state of the order, and no other. */
    String tag() {
        return tag(order, hash);
    }

    static String tag(Order order, String hash) {
        return order.events() + "-" + hash.substring(0, 16);
    }

    static Stored unraised(Order order) {
        return new Stored(order, OrderJson.FIRST, false);
    }
}
