package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The boundaries of the district's regions.
 *
 * @param coverage how many regions of each level have one, in words
 * @param source what was typed when the form comes back with faults, as {@code gcj02}
 * @param done what has just been done
 */
public record ShapesPage(
        List<Row> inForce,
        List<Row> proposed,
        List<String> coverage,
        String source,
        boolean gcj02,
        List<Reason> reasons,
        Optional<String> done) {

    /**
     * A region with its boundary.
     *
     * @param set who uploaded it and when
     * @param replaces true for a proposal that takes the place of one in force
     */
    public record Row(
            String region,
            String name,
            String level,
            String area,
            int points,
            String source,
            String uploaded,
            boolean replaces) {}
}
