package org.liudan.registers;

import java.util.List;

/**
 * The totals above a list.
 *
 * @param sumLabels the labels of the sums
 * @param amounts the sums of all listed subjects
 * @param groups the same totals by group
 */
public record TotalsPart(long count, List<String> sumLabels, List<Amount> amounts, List<TotalsGroup> groups) {

    /** A field or the stage by which subjects are counted. */
    public record TotalsGroup(String name, List<Line> lines) {}

    /**
     * One value of a group.
     *
     * @param address the list filtered by this value; empty if the list can't be filtered by it
     */
    public record Line(String value, long count, List<Amount> amounts, String address) {}
}
