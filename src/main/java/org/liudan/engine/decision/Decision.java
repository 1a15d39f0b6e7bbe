package org.liudan.engine.decision;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** The result of an attempt. */
public sealed interface Decision {

    /** Accepted: the new events, and the order after them. */
    record Moved(List<Event> events, Order order) implements Decision {}

    /** Refused, for these reasons. Nothing has changed. */
    record Refused(List<Reason> reasons) implements Decision {}
}
