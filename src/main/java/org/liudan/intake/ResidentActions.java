package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.web.FormRedisplay;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Takes what anybody may do who holds a code: to an order that they follow, or to a subject that the code is put up at. */
@Component
class ResidentActions {

    /** What became of a form. */
    sealed interface Taken {

        /** It is done, and this is how the order stands. */
        record Done(Order order) implements Taken {}

        /** The form comes back with the order as it stands. */
        record Again(HttpStatus status, Order order, TrackPageMaker.Wish wish) implements Taken {}
    }

    private final OrderDesk desk;
    private final Attachments files;

    ResidentActions(OrderDesk desk, Attachments files) {
        this.desk = desk;
        this.files = files;
    }

    /** Takes the form of an action, unless there is no such action. */
    Taken take(HttpServletRequest request, Order order, String action) {
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var sent = SubmittedForm.read(request, method, declared, order.id(), files);
        if (FormRedisplay.asked(request)) {
            var reasons = FormRedisplay.reasons(request);
            return new Taken.Again(
                    FormRedisplay.status(reasons), order, TrackPageMaker.Wish.again(action, sent, reasons));
        }
        var outcome = sent.faults().isEmpty()
                ? desk.perform(order.id(), new Attempt(action, new Actor.Resident(), sent.answers()), sent.request())
                : new Outcome.Refused(sent.faults());
        return outcome instanceof Outcome.Refused refused
                ? new Taken.Again(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        desk.find(order.id()).orElseThrow(),
                        TrackPageMaker.Wish.again(action, sent, refused.reasons()))
                : new Taken.Done(((Outcome.Done) outcome).order());
    }
}
