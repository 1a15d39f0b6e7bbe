package org.liudan.orderpages;

import java.util.List;

/**
 * The orders that one order has opened, called over together.
 *
 * @param whole the number of the order that opened them; empty where the reader may not see it
 * @param sums what is added up, in the order of the columns: label and total
 * @param failed how many could not be opened
 * @param left how many of the first column are still to be accounted for
 */
public record PartsTablePage(
        String address,
        String title,
        String whole,
        List<String> headers,
        List<Row> rows,
        List<ColumnTotal> totals,
        String firstColumn,
        long unaccounted,
        long failed,
        boolean open) {

    /**
     * One order.
     *
     * @param pressing true while it has something of the first column
     * @param light as in {@link ClockView}
     */
    public record Row(String number, List<String> cells, String status, String light, boolean urgent) {}

    /** A column added up. */
    public record ColumnTotal(String label, long total) {}
}
