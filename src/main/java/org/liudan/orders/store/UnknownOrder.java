package org.liudan.orders.store;

/** There is no such order, or the viewer may not see it. */
public class UnknownOrder extends RuntimeException {

    public UnknownOrder(long id) {
        super("There is no order " + id);
    }
}
