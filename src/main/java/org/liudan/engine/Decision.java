package org.liudan.engine;

import java.util.List;

/** What came of an attempt. */
public sealed interface Decision {

    /** It is done: what happened, and how the order stands after it. */
    record Moved(List<Event> events, Order order) implements Decision {}

    /** It may not be done, for these reasons; nothing has changed. */
    record Refused(List<Reason> reasons) implements Decision {}
}
