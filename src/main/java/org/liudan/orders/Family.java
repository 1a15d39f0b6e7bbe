package org.liudan.orders;

import java.util.List;

/**
 * The orders that an order belongs with, as somebody may see them.
 *
 * @param above what it is a part of, or merged into
 * @param parts what it has opened for units
 * @param joined what is merged into it
 */
public record Family(List<Relative> above, List<Relative> parts, List<Relative> joined) {

    /**
     * One of them.
     *
     * @param part what it is to the order, for example a lead; empty where that goes without saying
     * @param number empty when the reader may not see it
     * @param light as in {@link ClockView}; {@code none} when it is closed
     */
    public record Relative(
            String part, String number, String method, String title, String unit, String status, String light) {}

    public boolean isEmpty() {
        return above.isEmpty() && parts.isEmpty() && joined.isEmpty();
    }
}
