package org.liudan.registers;

import java.util.List;

/**
 * The totals at the head of a list.
 *
 * @param heads what is summed
 * @param amounts the sums of all that the list shows
 * @param groups the same by what they are counted by
 */
public record TotalsPart(long count, List<String> heads, List<Amount> amounts, List<Group> groups) {

    /** One thing that subjects are counted by. */
    public record Group(String name, List<Line> lines) {}

    /**
     * One value of it.
     *
     * @param address the list narrowed to these; empty where it can't be
     */
    public record Line(String value, long count, List<Amount> amounts, String address) {}
}
