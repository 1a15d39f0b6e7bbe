package org.liudan.patrols;

import java.util.List;

/** The page with the number of subjects that each keeper must visit. */
public record KeepersPage(List<Row> rows, long overdue) {

    /**
     * One keeper on one register.
     *
     * @param keeper the name; empty for subjects without a keeper
     */
    public record Row(
            String register,
            String keeper,
            long overdue,
            long soon,
            long never,
            String overdueAddress,
            String soonAddress,
            String neverAddress) {}
}
