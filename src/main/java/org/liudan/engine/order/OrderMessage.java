package org.liudan.engine.order;

import java.util.Map;
import java.util.Optional;

/**
 * A message from one order to another. It is stored in one transaction with the event that causes it, and is handled
 * exactly once. An order's state changes only by its own events.
 */
public sealed interface OrderMessage {

    /** The id of the receiving order. */
    long to();

    /**
     * Raise this order as a child of the sender.
     *
     * @param answers values as the sender stores them, by the fields of the receiver's method
     * @param about the subject on a register that the order is about
     */
    record Raise(long to, String method, String action, String as, Map<String, Object> answers, Optional<Long> about)
            implements OrderMessage {}

    /** Take this action. */
    record Act(long to, String action, Map<String, Object> answers) implements OrderMessage {}

    /** A child reports to its parent: how it was closed, or that it is open, and if it is late. */
    record News(long to, Optional<String> closed, boolean late) implements OrderMessage {}

    /** The sender was merged into the receiver. */
    record Join(long to) implements OrderMessage {}

    /** The sender is no longer merged into the receiver. */
    record Leave(long to) implements OrderMessage {}

    /** The receiver is no longer merged into the sender. */
    record LetGo(long to) implements OrderMessage {}
}
