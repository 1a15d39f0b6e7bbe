package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.drawing.CrossOrderSummary;
import org.liudan.drawing.Drawing;

/**
 * The page of a method.
 *
 * @param drawings one for a wide screen, one for a narrow screen and one for paper
 * @param versions all versions, the newest first
 * @param outdated the number of open orders under earlier versions: all for an administrator, else those the reader may see
 * @param administrator true if the reader may move them to the version in force
 * @param removedSteps steps with open orders that the version in force no longer has
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
     * One clock in words.
     *
     * @param limit its usual limit
     * @param startedAt the steps at which it starts; empty if none does
     * @param otherLimits limits that actions set instead
     * @param consequences its warning and escalations, or the action at its end
     */
    public record ClockText(
            String name, String limit, String startedAt, List<String> otherLimits, List<String> consequences) {}

    /**
     * The actions at a step, and who may take them.
     *
     * @param waits for which orders the step waits; empty for none
     */
    public record StepRights(String step, String ring, String waits, List<ActionRight> rights) {}

    /**
     * One action, and who may take it.
     *
     * @param destinations the steps it leads to; empty if the order stays
     * @param requiredFields the fields that must be filled in
     * @param conditions the messages shown when a condition doesn't hold
     * @param effects its effects on other orders
     * @param sources its guards as the rulebook writes them
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
     * @param open the number of open orders under it that the reader may see; empty for a reader who sees no orders
     */
    public record Version(int number, Instant at, String by, Optional<Long> open) {}

    /** The difference between two versions. The numbers count all lines; the difference leaves equal lines out. */
    public record Comparison(int from, int to, long added, long removed, LineDifference difference) {}

    /**
     * A step of an earlier version with open orders.
     *
     * @param open the number of open orders
     * @param address the ledger with these orders
     */
    public record RemovedStep(String step, long open, String address) {}
}
