package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;

/**
 * The orders that an order belongs with, as somebody may see them.
 *
 * @param above what it is a part of, or merged into
 * @param parts what it has opened for units
 * @param joined what is merged into it
 * @param about the subject that it is about
 * @param concerned the latest orders about it, of a subject
 * @param roll where the parts, too many to be listed one below the other, are called over
 */
public record RelatedOrders(
        List<Relative> above,
        List<Relative> parts,
        List<Relative> joined,
        List<Relative> subjects,
        List<Relative> subjectOrders,
        Optional<String> partsTable) {

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
        return above.isEmpty() && parts.isEmpty() && joined.isEmpty() && subjects.isEmpty() && subjectOrders.isEmpty();
    }
}
