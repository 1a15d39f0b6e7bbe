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
        List<Clock> clocks,
        List<StepRights> rights,
        List<Version> versions,
        Optional<Comparison> comparison,
        long behind,
        boolean administrator,
        List<Elsewhere> elsewhere) {

    /**
     * One limit in words.
     *
     * @param where the steps at which it starts
     * @param otherwise other limits that actions give it
     * @param course warning, escalations, or what happens at its end
     */
    public record Clock(String name, String limit, String where, List<String> otherwise, List<String> course) {}

    /**
     * What may be done at a step, and by whom.
     *
     * @param waits for which orders it waits; empty for none
     */
    public record StepRights(String step, String ring, String waits, List<Right> rights) {}

    /**
     * One action.
     *
     * @param leads where it leads; empty when the order stays
     * @param required what has to be filled in
     * @param conditions what is said when it can't be done
     * @param dealings what it does to other orders
     * @param sources its conditions as the rulebook writes them
     */
    public record Right(
            String action,
            String who,
            String leads,
            String required,
            List<String> conditions,
            List<CrossOrderSummary> dealings,
            List<String> sources) {}

    /**
     * One version.
     *
     * @param by who published it
     * @param open the open orders under it that the reader may see; none for those who see no orders
     */
    public record Version(int number, Instant at, String by, Optional<Long> open) {}

    /** What differs between two versions. */
    public record Comparison(int from, int to, long added, long taken, LineDifference difference) {}

    /** Open orders under earlier versions. */
    public record Elsewhere(String step, long open, String address) {}
}
