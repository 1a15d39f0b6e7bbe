package org.liudan.orderpages;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orderpages.OrderPage.ActionForm;
import org.liudan.orderpages.OrderPage.AvailableAction;
import org.liudan.orderpages.OrderPage.PageActions;
import org.liudan.orderpages.OrderPage.UnavailableAction;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.search.SimilarOrders;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.Dossier;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Finds which actions a reader may take on an order, and builds the form of one of them. */
@Component
class OrderPageActions {

    private final OrderDesk desk;
    private final ActionForms forms;
    private final SimilarOrders similarOrders;

    OrderPageActions(OrderDesk desk, ActionForms forms, SimilarOrders similarOrders) {
        this.desk = desk;
        this.forms = forms;
        this.similarOrders = similarOrders;
    }

    PageActions of(Dossier dossier, Viewer viewer, OrderPageMaker.OrderPageState state) {
        var context = dossier.context();
        var method = dossier.method();
        var decider = new Decider(method, dossier.order(), desk.setting(dossier.order()));
        var available = available(context, method, decider, viewer);
        return new PageActions(
                available,
                unavailable(dossier, decider, viewer),
                form(dossier, available, state),
                state.reasons(),
                Optional.ofNullable(method.actions().get(state.completedAction()))
                        .map(action -> context.w(action.name())));
    }

    private static List<AvailableAction> available(PageContext context, Method method, Decider decider, Viewer viewer) {
        return method.actions().values().stream()
                .filter(action -> decider.hindrances(action, viewer.actor()).isEmpty())
                .sorted(Comparator.comparing(action -> !action.main()))
                .map(action -> new AvailableAction(action.id(), context.w(action.name()), action.main()))
                .toList();
    }

    private static List<UnavailableAction> unavailable(Dossier dossier, Decider decider, Viewer viewer) {
        var context = dossier.context();
        var method = dossier.method();
        return method.actions().values().stream()
                .filter(action -> action.at().contains(dossier.order().step()))
                .flatMap(action -> decider.hindrances(action, viewer.actor()).stream()
                        .limit(1)
                        .map(reason -> new UnavailableAction(
                                action.id(),
                                context.w(action.name()),
                                reason.key().equals("reason.not-yours")
                                        ? context.t("cannot.not-yours", roles(context, method, action))
                                        : context.reason(reason))))
                .toList();
    }

    /** Who may take an action, for example 街道跟单员、街道书记. */
    private static String roles(PageContext context, Method method, Action action) {
        return action.by().stream()
                .map(role -> role instanceof Role.PostOf post
                        ? context.w(method.party(post.party()).name()) + " " + context.post(post.post())
                        : context.t("role." + role))
                .collect(Collectors.joining(context.t("list.or")));
    }

    /** The form of the requested action, or else of the first main action. */
    private Optional<ActionForm> form(
            Dossier dossier, List<AvailableAction> available, OrderPageMaker.OrderPageState state) {
        return available.stream()
                .filter(action -> action.action().equals(state.action()))
                .findFirst()
                .or(() -> available.stream().filter(AvailableAction::main).findFirst())
                .map(action -> form(dossier, action, state));
    }

    private ActionForm form(Dossier dossier, AvailableAction action, OrderPageMaker.OrderPageState state) {
        var context = dossier.context();
        var method = dossier.method();
        var order = dossier.order();
        var declared = Objects.requireNonNull(method.actions().get(action.action()));
        var fields =
                forms.fields(context, method, declared, order, state.submitted().answers(), state.reasons());
        return new ActionForm(
                action.action(),
                action.name(),
                fields.stream()
                        .map(field ->
                                field.type() == FieldType.ORDER ? field.offering(mergeChoices(order, context)) : field)
                        .toList(),
                UUID.randomUUID().toString());
    }

    /** The orders into which this order may be merged. */
    private List<Choice> mergeChoices(Order order, PageContext context) {
        return context.viewer().map(viewer -> similarOrders.to(order, viewer)).orElse(List.of()).stream()
                .map(similar -> new Choice(
                        OrderNumber.of(similar.id(), similar.raisedAt(), context.calendar())
                                .text(),
                        context.t(
                                "form.alike.one",
                                similar.title(),
                                context.directory().regionName(similar.region()),
                                context.day(similar.raisedAt()))))
                .toList();
    }
}
