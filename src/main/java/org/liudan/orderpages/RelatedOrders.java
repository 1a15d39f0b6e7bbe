package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;

/**
 * The orders linked to an order, as far as the reader may see them.
 *
 * @param above the order of which it is a part, and the order into which it was merged
 * @param parts the orders that it has opened for units
 * @param joined the orders merged into it
 * @param subjects the subject that it is about
 * @param subjectOrders of a subject: the latest orders about it
 * @param partsTable the address of the table of all parts; empty if the method has none
 */
public record RelatedOrders(
        List<Relative> above,
        List<Relative> parts,
        List<Relative> joined,
        List<Relative> subjects,
        List<Relative> subjectOrders,
        Optional<String> partsTable) {

    /**
     * A linked order.
     *
     * @param part its role for the order, for example lead; empty if the heading already says it
     * @param number empty if the reader may not see the order
     * @param light as in {@link org.liudan.orders.wording.ClockView}; {@code none} if it is closed
     */
    public record Relative(
            String part, String number, String method, String title, String unit, String status, String light) {}

    public boolean isEmpty() {
        return above.isEmpty() && parts.isEmpty() && joined.isEmpty() && subjects.isEmpty() && subjectOrders.isEmpty();
    }
}
