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

/** Puts together what a resident sees of their order. */
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

    /** What the page is asked to show besides the order. */
    record Wish(boolean isNew, String done, String action, SubmittedForm sent, List<Reason> reasons) {

        static Wish show(boolean isNew, String done) {
            return new Wish(isNew, done, "", SubmittedForm.nothing(), List.of());
        }

        static Wish again(String action, SubmittedForm sent, List<Reason> reasons) {
            return new Wish(false, "", action, sent, reasons);
        }
    }

    TrackPage page(PageContext screen, Order order, Wish wish) {
        var dossier = dossiers.of(order, screen);
        return new TrackPage(
                codes.of(order.id()).toString(),
                dossier.number(),
                order.text("title"),
                order.text("content"),
                dossier.status(),
                dossier.unit(),
                dossier.nextPromise(),
                order.open(),
                wish.isNew(),
                Optional.of(wish.done()).filter(dossier.method().actions()::containsKey),
                dossier.openChain(),
                dossier.openTold(),
                forms(screen, order, wish),
                wish.reasons());
    }

    /** True for files that the resident sees on the page. */
    boolean mayHave(Order order, String file) {
        var method = desk.methodOf(order);
        return events.of(order.id()).stream()
                .filter(event -> Optional.ofNullable(method.actions().get(event.action()))
                        .filter(action -> action.open())
                        .isPresent())
                .flatMap(event -> event.answers().values().stream())
                .anyMatch(answer -> answer instanceof List<?> list && list.contains(file));
    }

    /** What a resident may do now. */
    List<TrackPage.Form> forms(PageContext screen, Order order, Wish wish) {
        var method = desk.methodOf(order);
        var deciding = new Decider(method, order, desk.setting(order));
        return method.actions().values().stream()
                .filter(action ->
                        deciding.hindrances(action, new Actor.Resident()).isEmpty())
                .map(action -> {
                    var chosen = action.id().equals(wish.action());
                    return new TrackPage.Form(
                            action.id(),
                            screen.w(action.name()),
                            action.main(),
                            chosen,
                            forms.fields(
                                    screen,
                                    method,
                                    action,
                                    Order.unraised(order.id(), order.method(), order.version()),
                                    chosen ? wish.sent().answers() : java.util.Map.of(),
                                    chosen ? wish.reasons() : List.of()),
                            UUID.randomUUID().toString());
                })
                .sorted(Comparator.comparing(form -> !form.main()))
                .toList();
    }
}
