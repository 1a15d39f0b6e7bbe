package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * A step of a method.
 *
 * @param ring the ring of the public chain that it belongs to
 * @param holder who holds an order at this step; empty for a closed step
 * @param starts clocks that start on arrival if they are not running
 * @param keeps clocks that continue if they are running; a clock that no list of this step names is stopped
 * @param pauses clocks that are paused at this step
 * @param closed how the order ended, for a closed step: {@code done}, {@code explained}, {@code withdrawn}, {@link #MERGED}
 * @param waits the children that it waits for
 */
public record Step(
        String id,
        LocalizedText name,
        String ring,
        Optional<Role.PostOf> holder,
        List<String> starts,
        List<String> keeps,
        List<String> pauses,
        Optional<String> closed,
        Optional<JoinRule> waits) {

    /** The value of {@code closed} for an order that was merged: the main order continues for it. */
    public static final String MERGED = "merged";

    public boolean open() {
        return closed.isEmpty();
    }
}
