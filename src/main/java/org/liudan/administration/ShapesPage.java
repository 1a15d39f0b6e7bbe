package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The boundaries of the district's regions.
 *
 * @param coverage in words, how many regions of each level have a boundary
 * @param source the submitted source, if the form is shown again with errors
 * @param gcj02 true if the submitted form said that the coordinates are in GCJ-02
 * @param done what was just done, as the end of a message key
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
     * @param area in square kilometres
     * @param points how many points it has
     * @param uploaded who uploaded it and when
     * @param replaces true for a proposal that replaces a boundary in force
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
