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

/** Shows and submits the form of a start action, for residents and officers. */
@Component
class StartForms {

    private final OrderDesk desk;
    private final ActionForms forms;
    private final Attachments attachments;
    private final Pages pages;
    private final Seals seals;

    StartForms(OrderDesk desk, ActionForms forms, Attachments attachments, Pages pages, Seals seals) {
        this.desk = desk;
        this.forms = forms;
        this.attachments = attachments;
        this.pages = pages;
        this.seals = seals;
    }

    /** The result of submitting: the order, or the form again. */
    sealed interface StartResult {

        record RaisedOrder(Order order) implements StartResult {}

        record RedisplayedStart(StartForm form) implements StartResult {

            HttpStatus status() {
                return FormRedisplay.status(form.reasons());
            }
        }
    }

    /** A form as it is shown. */
    record StartForm(StartAction start, Draft draft, List<FieldView> fields, List<Reason> reasons) {}

    /** A new form with initial values for some fields. */
    StartForm empty(HttpServletRequest request, StartAction start, Map<String, Object> initialValues) {
        return form(
                request,
                Draft.of(desk.nextId(), seals),
                start,
                new SubmittedForm(initialValues, List.of(), ""),
                List.of());
    }

    /** Raises the order from a submitted form. */
    StartResult submit(HttpServletRequest request, StartAction start, Actor actor) {
        var draft = Draft.read(String.valueOf(request.getParameter("draft")), seals)
                .orElseGet(() -> Draft.of(desk.nextId(), seals));
        var submitted = SubmittedForm.read(request, start.method(), start.action(), draft.id(), attachments);
        if (FormRedisplay.asked(request)) {
            return new StartResult.RedisplayedStart(
                    form(request, draft, start, submitted, FormRedisplay.reasons(request)));
        }
        if (!submitted.faults().isEmpty()) {
            return new StartResult.RedisplayedStart(form(request, draft, start, submitted, submitted.faults()));
        }
        var attempt = new Attempt(start.action().id(), actor, submitted.answers());
        var outcome = desk.raise(start.method().id(), draft.id(), attempt, draft.request());
        return outcome instanceof Outcome.Done done
                ? new StartResult.RaisedOrder(done.order())
                : new StartResult.RedisplayedStart(
                        form(request, draft, start, submitted, ((Outcome.Refused) outcome).reasons()));
    }

    private StartForm form(
            HttpServletRequest request, Draft draft, StartAction start, SubmittedForm submitted, List<Reason> reasons) {
        var method = start.method();
        return new StartForm(
                start,
                draft,
                forms.fields(
                        pages.screen(request),
                        method,
                        start.action(),
                        Order.unraised(draft.id(), method.id(), method.version()),
                        submitted.answers(),
                        reasons),
                List.copyOf(reasons));
    }
}
