package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.LocalizedText;
import org.liudan.orders.verification.EventSeals;

/**
 * Verifying the records.
 *
 * @param result what came of it, once it was run
 * @param busy true when somebody else is verifying already
 * @param opens true for readers who may open the orders
 * @param code of a stamp, as it was typed
 */
public record VerifyPage(Optional<VerificationResult> result, boolean busy, boolean mayOpenOrders, String code) {

    /**
     * What came of it.
     *
     * @param found how many differences there are
     * @param lines the first of them
     * @param stamps what came of looking at the stamps over all events
     * @param seconds how long it took
     */
    public record VerificationResult(
            long orders, long events, long differenceCount, List<Line> lines, EventSeals.Looked seals, String seconds) {

        /** How many there are with the stamps that don't fit. */
        public long differences() {
            return differenceCount + seals.broken().size();
        }
    }

    /**
     * One difference.
     *
     * @param number of the order; empty when the order itself is missing
     */
    public record Line(Optional<String> number, long order, Optional<Integer> event, LocalizedText what) {}
}
