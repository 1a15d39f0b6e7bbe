package org.liudan.engine.decision;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** What came of an attempt. */
public sealed interface Decision {

    /** It is done: what happened, and how the order stands after it. */
    record Moved(List<Event> events, Order order) implements Decision {}

    /** It may not be done, for these reasons; nothing has changed. */
    record Refused(List<Reason> reasons) implements Decision {}
}
