package org.liudan.batches;

import java.util.List;

/**
 * Orders of a method under earlier versions, for the administrator. It shows order numbers, not the contents of orders.
 *
 * @param version the version in force
 * @param total the number of such orders; only the oldest are shown
 */
public record OutdatedOrdersPage(
        String method, String name, int version, long total, List<Line> lines, boolean nothingChosen) {

    /**
     * One order.
     *
     * @param changes what the migration would change, in words
     * @param reasons why it can't be migrated now
     */
    public record Line(
            String number, int version, String step, String holder, List<String> changes, List<String> reasons) {

        public boolean movable() {
            return reasons.isEmpty();
        }
    }

    public boolean movable() {
        return lines.stream().anyMatch(Line::movable);
    }
}
