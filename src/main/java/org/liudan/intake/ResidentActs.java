package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;
import org.liudan.engine.Order;
import org.liudan.kit.FormAgain;
import org.liudan.orders.Files;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.Outcome;
import org.liudan.orders.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Takes what anybody may do who holds a code: to an order that they follow, or to a subject that the code is put up at. */
@Component
class ResidentActs {

    /** What became of a form. */
    sealed interface Taken {

        /** It is done, and this is how the order stands. */
        record Done(Order order) implements Taken {}

        /** The form comes back with the order as it stands. */
        record Again(HttpStatus status, Order order, TrackPageMaker.Wish wish) implements Taken {}
    }

    private final OrderDesk desk;
    private final Files files;

    ResidentActs(OrderDesk desk, Files files) {
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
        var sent = Sent.read(request, method, declared, order.id(), files);
        if (FormAgain.asked(request)) {
            var reasons = FormAgain.reasons(request);
            return new Taken.Again(FormAgain.status(reasons), order, TrackPageMaker.Wish.again(action, sent, reasons));
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
