package org.liudan.orders.store;

/** There is no such order, or none that the asker may see. */
public class UnknownOrder extends RuntimeException {

    public UnknownOrder(long id) {
        super("There is no order " + id);
    }
}
