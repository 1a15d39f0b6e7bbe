package org.liudan.orders;

import java.util.List;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;

/** What came of a request to the order desk. */
public sealed interface Outcome {

    /**
     * It is done and safely kept.
     *
     * @param replayed true when the same request had been done before and nothing was done now
     */
    record Done(Order order, boolean replayed) implements Outcome {}

    /** It was not done, for these reasons. */
    record Refused(List<Reason> reasons) implements Outcome {}
}
