package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The list of the methods in force.
 *
 * @param administrator true if the reader may change the rules
 */
public record MethodsPage(List<Line> methods, boolean administrator) {

    /**
     * One method.
     *
     * @param at when the version was published
     * @param rings the names of its rings in their order
     * @param steps the number of steps
     * @param actions the number of actions
     * @param open the number of open orders that the reader may see; empty for a reader who sees no orders
     */
    public record Line(
            String id,
            String name,
            int version,
            Instant at,
            List<String> rings,
            int steps,
            int actions,
            Optional<Long> open) {}
}
