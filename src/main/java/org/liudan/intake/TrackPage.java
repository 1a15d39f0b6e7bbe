package org.liudan.intake;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.Chain;
import org.liudan.orders.wording.ClockView;
import org.liudan.orders.wording.HistoryEntry;
import org.liudan.web.FieldView;

/**
 * The page on which a resident tracks their order.
 *
 * @param code the tracking code
 * @param isNew true directly after the order was raised
 * @param done the id of the action that was just performed
 * @param forms the actions that the resident may take now: remark, rate, withdraw
 * @param reasons the errors in a submitted form
 */
public record TrackPage(
        String code,
        TrackedOrder order,
        boolean isNew,
        Optional<String> done,
        List<ResidentForm> forms,
        List<Reason> reasons) {

    /**
     * What the resident sees of the order.
     *
     * @param holder the unit that holds it; empty if it is closed
     * @param nextDeadline the deadline of the next step
     * @param history its public history
     */
    public record TrackedOrder(
            String number,
            String title,
            String content,
            String status,
            String holder,
            Optional<ClockView> nextDeadline,
            Chain chain,
            List<HistoryEntry> history) {}

    /**
     * The form of an action that the resident may take.
     *
     * @param main true for the main action of the step, such as rating
     * @param chosen true if this form was submitted and is shown again
     * @param request the id of the request, so that submitting twice acts only once
     */
    public record ResidentForm(
            String action, String name, boolean main, boolean chosen, List<FieldView> fields, String request) {}
}
