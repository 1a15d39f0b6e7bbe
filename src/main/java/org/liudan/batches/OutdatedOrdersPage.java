package org.liudan.batches;

import java.util.List;

/**
 * Orders of a method under earlier versions, for the administrator: by their numbers, without what they are about.
 *
 * @param version the one in force
 * @param total how many there are, of which the oldest are shown
 */
public record OutdatedOrdersPage(
        String method, String name, int version, long total, List<Line> lines, boolean nothingChosen) {

    /**
     * One of them.
     *
     * @param changes what would be otherwise for it
     * @param refused why it can't be moved over as it stands
     */
    public record Line(
            String number, int version, String step, String holder, List<String> changes, List<String> refused) {

        public boolean movable() {
            return refused.isEmpty();
        }
    }

    public boolean movable() {
        return lines.stream().anyMatch(Line::movable);
    }
}
