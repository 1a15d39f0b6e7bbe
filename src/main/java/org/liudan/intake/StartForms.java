package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.privacy.Seals;
import org.liudan.web.FieldView;
import org.liudan.web.FormRedisplay;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shows and takes the form of a start action, whoever fills it in. */
@Component
class StartForms {

    private final OrderDesk desk;
    private final ActionForms forms;
    private final Attachments files;
    private final Pages pages;
    private final Seals seals;

    StartForms(OrderDesk desk, ActionForms forms, Attachments files, Pages pages, Seals seals) {
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
                return FormRedisplay.status(form.reasons());
            }
        }
    }

    /** A form as it goes to somebody. */
    record Form(StartAction start, Draft draft, List<FieldView> fields, List<Reason> reasons) {}

    /** An empty form, with some fields filled in beforehand. */
    Form empty(HttpServletRequest request, StartAction start, Map<String, Object> filled) {
        return form(
                request, Draft.of(desk.nextId(), seals), start, new SubmittedForm(filled, List.of(), ""), List.of());
    }

    /** Raises the order that was sent. */
    Raised take(HttpServletRequest request, StartAction start, Actor by) {
        var draft = Draft.read(String.valueOf(request.getParameter("draft")), seals)
                .orElseGet(() -> Draft.of(desk.nextId(), seals));
        var sent = SubmittedForm.read(request, start.method(), start.action(), draft.id(), files);
        if (FormRedisplay.asked(request)) {
            return new Raised.Again(form(request, draft, start, sent, FormRedisplay.reasons(request)));
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

    private Form form(
            HttpServletRequest request, Draft draft, StartAction start, SubmittedForm sent, List<Reason> reasons) {
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
