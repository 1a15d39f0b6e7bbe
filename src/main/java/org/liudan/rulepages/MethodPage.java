package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.drawing.CrossOrderSummary;
import org.liudan.drawing.Drawing;

/**
 * A method as people read it.
 *
 * @param drawings wide and narrow
 * @param versions the newest first
 * @param behind open orders under earlier versions, of those that the reader knows of
 * @param administrator true for a reader who may move those over
 * @param elsewhere open orders at steps that the version in force no longer has
 */
public record MethodPage(
        String id,
        String name,
        int version,
        List<Drawing> drawings,
        List<ClockText> clocks,
        List<StepRights> rights,
        List<Version> versions,
        Optional<Comparison> comparison,
        long outdated,
        boolean administrator,
        List<RemovedStep> removedSteps) {

    /**
     * One limit in words.
     *
     * @param where the steps at which it starts
     * @param otherwise other limits that actions give it
     * @param course warning, escalations, or what happens at its end
     */
    public record ClockText(String name, String limit, String startedAt, List<String> otherLimits, List<String> consequences) {}

    /**
     * What may be done at a step, and by whom.
     *
     * @param waits for which orders it waits; empty for none
     */
    public record StepRights(String step, String ring, String waits, List<ActionRight> rights) {}

    /**
     * One action.
     *
     * @param leads where it leads; empty when the order stays
     * @param required what has to be filled in
     * @param conditions what is said when it can't be done
     * @param dealings what it does to other orders
     * @param sources its conditions as the rulebook writes them
     */
    public record ActionRight(
            String action,
            String actors,
            String destinations,
            String requiredFields,
            List<String> conditions,
            List<CrossOrderSummary> effects,
            List<String> sources) {}

    /**
     * One version.
     *
     * @param by who published it
     * @param open the open orders under it that the reader may see; none for those who see no orders
     */
    public record Version(int number, Instant at, String by, Optional<Long> open) {}

    /** What differs between two versions. */
    public record Comparison(int from, int to, long added, long removed, LineDifference difference) {}

    /** Open orders under earlier versions. */
    public record RemovedStep(String step, long open, String address) {}
}
