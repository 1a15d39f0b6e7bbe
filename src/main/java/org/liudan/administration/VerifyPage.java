package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.LocalizedText;
import org.liudan.orders.verification.EventSeals;

/**
 * The page that verifies the stored orders.
 *
 * @param result the result, once the verification has run
 * @param busy true if somebody else is verifying at the moment
 * @param mayOpenOrders true for readers who may open the orders
 * @param code the code of a seal, as it was entered
 */
public record VerifyPage(Optional<VerificationResult> result, boolean busy, boolean mayOpenOrders, String code) {

    /**
     * The result of a verification.
     *
     * @param differenceCount how many differences were found
     * @param lines the first differences
     * @param seals the result of checking the seals over all events
     * @param seconds how long it took, with one decimal
     */
    public record VerificationResult(
            long orders, long events, long differenceCount, List<Line> lines, EventSeals.Looked seals, String seconds) {

        /** How many differences there are, including broken seals. */
        public long differences() {
            return differenceCount + seals.broken().size();
        }
    }

    /**
     * One difference.
     *
     * @param number the order number; empty if the order itself is missing
     * @param order the id of the order
     * @param event the number of the event, if the difference belongs to one
     */
    public record Line(Optional<String> number, long order, Optional<Integer> event, LocalizedText what) {}
}
