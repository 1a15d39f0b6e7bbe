package org.liudan.orders.desk;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.StoredOrder;

/** What came of a request to the order desk. */
public sealed interface Outcome {

    /**
     * It is done and safely kept.
     *
     * @param tag names the state in which it left the order, see {@link VisibleOrders.Seen}
     * @param replayed true when the same request had been done before and nothing was done now
     */
    record Done(Order order, String tag, boolean replayed) implements Outcome {

        static Done now(StoredOrder written) {
            return new Done(written.order(), written.tag(), false);
        }

        static Done earlier(StoredOrder stored) {
            return new Done(stored.order(), stored.tag(), true);
        }
    }

    /** It was not done, for these reasons. */
    record Refused(List<Reason> reasons) implements Outcome {}
}
