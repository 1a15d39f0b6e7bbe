package org.liudan.engine.order;

import java.util.Map;
import java.util.Optional;

/**
 * What one order has to say to another. It is written with the event that causes it and read exactly once; each order
 * changes only by its own events.
 */
public sealed interface OrderMessage {

    /** The order it is for. */
    long to();

    /**
     * Be raised, as a part of the sender.
     *
     * @param answers as the sender keeps them, by the fields of the other method
     * @param about the subject on a register that it is about
     */
    record Raise(long to, String method, String action, String as, Map<String, Object> answers, Optional<Long> about)
            implements OrderMessage {}

    /** Take this action. */
    record Act(long to, String action, Map<String, Object> answers) implements OrderMessage {}

    /** I, your child, have ended like this or go on, and am late or not. */
    record News(long to, Optional<String> closed, boolean late) implements OrderMessage {}

    /** I am merged into you. */
    record Join(long to) implements OrderMessage {}

    /** I am merged into you no longer. */
    record Leave(long to) implements OrderMessage {}

    /** You are merged into me no longer. */
    record LetGo(long to) implements OrderMessage {}
}
