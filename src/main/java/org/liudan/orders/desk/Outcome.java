package org.liudan.orders.desk;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.StoredOrder;

/** The result of a request to the order desk. */
public sealed interface Outcome {

    /**
     * The request is done, and its result is stored.
     *
     * @param tag the tag of the order after the request, see {@link VisibleOrders.Seen}
     * @param replayed true when the same request was done before; then nothing was done now
     */
    record Done(Order order, String tag, boolean replayed) implements Outcome {

        static Done now(StoredOrder written) {
            return new Done(written.order(), written.tag(), false);
        }

        static Done earlier(StoredOrder stored) {
            return new Done(stored.order(), stored.tag(), true);
        }
    }

    /** The request was not done, for these reasons. */
    record Refused(List<Reason> reasons) implements Outcome {}
}
