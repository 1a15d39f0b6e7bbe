package org.liudan.engine.order;

import java.util.Map;
import java.util.Optional;

/** One change of an order's state. Every event has a list of changes; applied in order, they give the state. */
public sealed interface Change {

    /**
     * The order arrived at a step, which may be the step where it already was.
     *
     * @param closed how the order ended, for a closed step
     */
    record Arrived(String step, String ring, Optional<String> closed) implements Change {}

    /** A post of a unit is now the holder of the order. */
    record Held(Seat seat) implements Change {}

    /** A unit now plays the part of a party. If the unit is empty, no unit plays it any more. */
    record Joined(String party, String unit) implements Change {}

    /** Fields were set to these values. An empty text, an empty list or zero means "not given". */
    record Filled(Map<String, Object> fields) implements Change {}

    /** A counter was increased by one. */
    record Counted(String counter) implements Change {}

    /** A counter was increased by this amount. */
    record Added(String counter, int by) implements Change {}

    /** A mark was put on the order. */
    record Marked(String mark) implements Change {}

    /** A ring of the public chain was reached. */
    record Lit(String ring) implements Change {}

    /** The state of a clock changed; the clock run is the new state. */
    record Ticked(ClockTransition tick, ClockRun clock) implements Change {}

    /** The order was closed. Records the working time since it was raised, in minutes. */
    record Took(long minutes) implements Change {}

    /** A post was notified. */
    record Told(Seat seat) implements Change {}

    /** The order was opened by another order. */
    record Descended(Parent parent) implements Change {}

    /** The order opened another order. */
    record Opened(Child child) implements Change {}

    /** A child reported that it was closed, was opened again, or is late. */
    record Heard(long child, Optional<String> closed, boolean late) implements Change {}

    /** The order was merged into another. The snapshot is its state before the merge. */
    record Merged(long main, MergeSnapshot aside) implements Change {}

    /** The merge was undone: the order has the state of the snapshot again. */
    record Restored(MergeSnapshot aside) implements Change {}

    /** Another order was merged into this one. */
    record Gathered(long joined) implements Change {}

    /** Another order is no longer merged into this one. */
    record Released(long joined) implements Change {}

    /** The order was linked to a subject on a register. */
    record Concerned(long subject) implements Change {}

    /** A message was sent to another order. */
    record Sent(OrderMessage letter) implements Change {}

    /** Records who performed an action, for a later check of the separation of duties. */
    record Witnessed(PerformedAction deed) implements Change {}

    /** A post may read the order. Once an order has readers, only these posts may read it. */
    record Admitted(Seat seat) implements Change {}

    /** The order now follows this version of its method. */
    record Reversioned(int version) implements Change {}

    /** What happened to a clock. The names are part of stored events and of message keys. */
    enum ClockTransition {
        STARTED,
        LIMITED,
        EXTENDED,
        PAUSED,
        RESUMED,
        REDATED,
        WARNED,
        BREACHED,
        ESCALATED,
        STOPPED,
        RESTORED
    }
}
