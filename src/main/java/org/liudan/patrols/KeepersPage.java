package org.liudan.patrols;

import java.util.List;

/** Who has how much to visit. */
public record KeepersPage(List<Row> rows, long overdue) {

    /**
     * One keeper on one register.
     *
     * @param keeper the name; empty where the register names none
     */
    public record Row(
            String register,
            String keeper,
            long overdue,
            long soon,
            long never,
            String late,
            String next,
            String unvisited) {}
}
