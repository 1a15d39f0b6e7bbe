package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/**
 * Where an order can stand.
 *
 * @param ring the link of the public chain that it belongs to
 * @param holder who holds an order here; none when closed
 * @param starts clocks that start on arrival unless they run already
 * @param keeps clocks that go on if they run; every clock that is not named here stops
 * @param pauses clocks that stand still while the order is here
 * @param closed how the order ended, for a closed step: {@code done}, {@code explained}, {@code withdrawn}, {@link #MERGED}
 * @param waits the children it waits for
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

    /** How an order ended that another one goes on for: it is done when that one is. */
    public static final String MERGED = "merged";

    public boolean open() {
        return closed.isEmpty();
    }
}
