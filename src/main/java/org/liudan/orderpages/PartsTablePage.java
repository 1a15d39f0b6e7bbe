package org.liudan.orderpages;

import java.util.List;

/**
 * The table of the parts of an order, such as all points under a warning.
 *
 * @param whole the number of the order that opened the parts; empty if the reader may not see it
 * @param totals the columns that are added up, in their order
 * @param firstColumn the name of the first column
 * @param unaccounted how many parts still have somebody unaccounted for in the first column
 * @param failed how many parts could not be opened
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
     * One part.
     *
     * @param urgent true if it is open and has a number above zero in the first column
     * @param light as in {@link ClockView}
     */
    public record Row(String number, List<String> cells, String status, String light, boolean urgent) {}

    /** The total of a column. */
    public record ColumnTotal(String label, long total) {}
}
