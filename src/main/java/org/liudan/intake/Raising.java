package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.kit.FieldView;
import org.liudan.kit.FormAgain;
import org.liudan.kit.Pages;
import org.liudan.orders.Files;
import org.liudan.orders.Forms;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.Outcome;
import org.liudan.orders.Sent;
import org.liudan.people.Seals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shows and takes the form of a start action, whoever fills it in. */
@Component
class Raising {

    private final OrderDesk desk;
    private final Forms forms;
    private final Files files;
    private final Pages pages;
    private final Seals seals;

    Raising(OrderDesk desk, Forms forms, Files files, Pages pages, Seals seals) {
        this.desk = desk;
        this.forms = forms;
        this.files = files;
        this.pages = pages;
        this.seals = seals;
    }

    /** What came of the form: the order, or the form again. */
    sealed interface Raised {

        record Done(Order order) implements Raised {}

        record Again(Form form) implements Raised {

            HttpStatus status() {
                return FormAgain.status(form.reasons());
            }
        }
    }

    /** A form as it goes to somebody. */
    record Form(Start start, Draft draft, List<FieldView> fields, List<Reason> reasons) {}

    /** An empty form, with some fields filled in beforehand. */
    Form empty(HttpServletRequest request, Start start, Map<String, Object> filled) {
        return form(request, Draft.of(desk.nextId(), seals), start, new Sent(filled, List.of(), ""), List.of());
    }

    /** Raises the order that was sent. */
    Raised take(HttpServletRequest request, Start start, Actor by) {
        var draft = Draft.read(String.valueOf(request.getParameter("draft")), seals)
                .orElseGet(() -> Draft.of(desk.nextId(), seals));
        var sent = Sent.read(request, start.method(), start.action(), draft.id(), files);
        if (FormAgain.asked(request)) {
            return new Raised.Again(form(request, draft, start, sent, FormAgain.reasons(request)));
        }
        if (!sent.faults().isEmpty()) {
            return new Raised.Again(form(request, draft, start, sent, sent.faults()));
        }
        var attempt = new Attempt(start.action().id(), by, sent.answers());
        var outcome = desk.raise(start.method().id(), draft.id(), attempt, draft.request());
        return outcome instanceof Outcome.Done done
                ? new Raised.Done(done.order())
                : new Raised.Again(form(request, draft, start, sent, ((Outcome.Refused) outcome).reasons()));
    }

    private Form form(HttpServletRequest request, Draft draft, Start start, Sent sent, List<Reason> reasons) {
        var method = start.method();
        return new Form(
                start,
                draft,
                forms.fields(
                        pages.screen(request),
                        method,
                        start.action(),
                        Order.unraised(draft.id(), method.id(), method.version()),
                        sent.answers(),
                        reasons),
                List.copyOf(reasons));
    }
}
