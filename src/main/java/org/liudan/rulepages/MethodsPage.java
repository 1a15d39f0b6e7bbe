package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The methods in force. */
public record MethodsPage(List<Line> methods, boolean administrator) {

    /**
     * One method.
     *
     * @param rings its rings in their order
     * @param open the open orders that the reader may see; none for those who see no orders
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
