package org.liudan.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.orders.store.EventLog;
import org.liudan.orders.wording.Dossiers;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Makes the page on which a resident tracks their order. */
@Component
class TrackPageMaker {

    private final OrderDesk desk;
    private final Dossiers dossiers;
    private final EventLog events;
    private final ActionForms forms;
    private final TrackingCodes codes;

    TrackPageMaker(OrderDesk desk, Dossiers dossiers, EventLog events, ActionForms forms, TrackingCodes codes) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.events = events;
        this.forms = forms;
        this.codes = codes;
    }

    /** What the page shows besides the order. */
    record TrackPageState(boolean isNew, String done, String action, SubmittedForm submitted, List<Reason> reasons) {

        static TrackPageState show(boolean isNew, String done) {
            return new TrackPageState(isNew, done, "", SubmittedForm.nothing(), List.of());
        }

        static TrackPageState redisplay(String action, SubmittedForm submitted, List<Reason> reasons) {
            return new TrackPageState(false, "", action, submitted, reasons);
        }
    }

    TrackPage page(PageContext context, Order order, TrackPageState state) {
        var dossier = dossiers.of(order, context);
        return new TrackPage(
                codes.of(order.id()).toString(),
                new TrackPage.TrackedOrder(
                        dossier.number(),
                        order.text("title"),
                        order.text("content"),
                        dossier.status(),
                        dossier.unit(),
                        dossier.nextPromise(),
                        dossier.openChain(),
                        dossier.openTold()),
                state.isNew(),
                Optional.of(state.done()).filter(dossier.method().actions()::containsKey),
                forms(context, order, state),
                state.reasons());
    }

    /** True for an attachment that the resident sees on the page. */
    boolean showsAttachment(Order order, String attachment) {
        var method = desk.methodOf(order);
        return events.of(order.id()).stream()
                .filter(event -> Optional.ofNullable(method.actions().get(event.action()))
                        .filter(action -> action.open())
                        .isPresent())
                .flatMap(event -> event.answers().values().stream())
                .anyMatch(answer -> answer instanceof List<?> list && list.contains(attachment));
    }

    /** The forms of the actions that a resident may take now. */
    List<TrackPage.ResidentForm> forms(PageContext context, Order order, TrackPageState state) {
        var method = desk.methodOf(order);
        var decider = new Decider(method, order, desk.setting(order));
        return method.actions().values().stream()
                .filter(action ->
                        decider.hindrances(action, new Actor.Resident()).isEmpty())
                .map(action -> {
                    var chosen = action.id().equals(state.action());
                    return new TrackPage.ResidentForm(
                            action.id(),
                            context.w(action.name()),
                            action.main(),
                            chosen,
                            forms.fields(
                                    context,
                                    method,
                                    action,
                                    Order.unraised(order.id(), order.method(), order.version()),
                                    chosen ? state.submitted().answers() : java.util.Map.of(),
                                    chosen ? state.reasons() : List.of()),
                            UUID.randomUUID().toString());
                })
                .sorted(Comparator.comparing(form -> !form.main()))
                .toList();
    }
}
