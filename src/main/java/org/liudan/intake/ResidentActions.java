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

/** Performs the actions open to anybody with a code: on the order they track, or on the subject that shows the code. */
@Component
class ResidentActions {

    /** The result of submitting a form. */
    sealed interface ResidentActionResult {

        /** The action was performed; this is the order afterwards. */
        record CompletedAction(Order order) implements ResidentActionResult {}

        /** The form is shown again, with the current order. */
        record RedisplayedAction(HttpStatus status, Order order, TrackPageMaker.TrackPageState state)
                implements ResidentActionResult {}
    }

    private final OrderDesk desk;
    private final Attachments attachments;

    ResidentActions(OrderDesk desk, Attachments attachments) {
        this.desk = desk;
        this.attachments = attachments;
    }

    /**
     * Performs an action from its submitted form.
     *
     * @throws ResponseStatusException 404 if the method has no such action
     */
    ResidentActionResult perform(HttpServletRequest request, Order order, String action) {
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var submitted = SubmittedForm.read(request, method, declared, order.id(), attachments);
        if (FormRedisplay.asked(request)) {
            var reasons = FormRedisplay.reasons(request);
            return new ResidentActionResult.RedisplayedAction(
                    FormRedisplay.status(reasons),
                    order,
                    TrackPageMaker.TrackPageState.redisplay(action, submitted, reasons));
        }
        var outcome = submitted.faults().isEmpty()
                ? desk.perform(
                        order.id(), new Attempt(action, new Actor.Resident(), submitted.answers()), submitted.request())
                : new Outcome.Refused(submitted.faults());
        return outcome instanceof Outcome.Refused refused
                ? new ResidentActionResult.RedisplayedAction(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        desk.find(order.id()).orElseThrow(),
                        TrackPageMaker.TrackPageState.redisplay(action, submitted, refused.reasons()))
                : new ResidentActionResult.CompletedAction(((Outcome.Done) outcome).order());
    }
}
