package org.liudan.engine.order;

import java.util.Map;
import java.util.Optional;

/** One thing that an event changed in an order; an order is the sum of its changes. */
public sealed interface Change {

    /** The order arrived at a step, which may be the one where it was. */
    record Arrived(String step, String ring, Optional<String> closed) implements Change {}

    /** A post of a unit holds the order from now on. */
    record Held(Seat seat) implements Change {}

    /** A unit plays a part in the order from now on; an empty one: nobody plays it any more. */
    record Joined(String party, String unit) implements Change {}

    /** Fields took these values; an empty text, list or zero stands for "not given". */
    record Filled(Map<String, Object> fields) implements Change {}

    /** A counter went up by one. */
    record Counted(String counter) implements Change {}

    /** A counter went up by as many. */
    record Added(String counter, int by) implements Change {}

    /** The order carries a mark from now on. */
    record Marked(String mark) implements Change {}

    /** A link of the chain was lit. */
    record Lit(String ring) implements Change {}

    /** A clock did something, and stands like this now. */
    record Ticked(Tick tick, ClockRun clock) implements Change {}

    /** The order was closed after this much working time since it was raised, in minutes. */
    record Took(long minutes) implements Change {}

    /** A post was told. */
    record Told(Seat seat) implements Change {}

    /** The order was opened by another. */
    record Descended(Parent parent) implements Change {}

    /** The order opened another. */
    record Opened(Child child) implements Change {}

    /** A child has ended, goes on again, or is late. */
    record Heard(long child, Optional<String> closed, boolean late) implements Change {}

    /** The order was merged into another; this is how it stood. */
    record Merged(long main, MergeSnapshot aside) implements Change {}

    /** The order stands again as it stood before it was merged. */
    record Restored(MergeSnapshot aside) implements Change {}

    /** Another order was merged into this one. */
    record Gathered(long joined) implements Change {}

    /** Another order is no longer merged into this one. */
    record Released(long joined) implements Change {}

    /** The order is about a subject on a register. */
    record Concerned(long subject) implements Change {}

    /** Something was said to another order. */
    record Sent(OrderMessage letter) implements Change {}

    /** It is kept who did this. */
    record Witnessed(PerformedAction deed) implements Change {}

    /** A post may read the order, which nobody else may who isn't named like this. */
    record Admitted(Seat seat) implements Change {}

    /** The order is handled by this version of its method from now on. */
    record Reversioned(int version) implements Change {}

    /** What a clock can do. */
    enum Tick {
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
