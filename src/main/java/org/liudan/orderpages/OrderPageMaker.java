package org.liudan.orderpages;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.orders.search.SimilarOrders;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.Dossier;
import org.liudan.orders.wording.Dossiers;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.orders.wording.PersonalData;
import org.liudan.privacy.Seals;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts the page of an order together. */
@Component
public class OrderPageMaker {

    /** Fields that have a place of their own on the page. */
    private static final Set<String> SHOWN_APART = Set.of("title", "content");

    private final OrderDesk desk;
    private final Dossiers dossiers;
    private final RelatedOrdersFinder relatedOrders;
    private final ActionForms forms;
    private final SimilarOrders similarOrders;
    private final TrackingCodes codes;
    private final Seals seals;

    OrderPageMaker(
            OrderDesk desk,
            Dossiers dossiers,
            RelatedOrdersFinder families,
            ActionForms forms,
            SimilarOrders alike,
            TrackingCodes codes,
            Seals seals) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.relatedOrders = families;
        this.forms = forms;
        this.similarOrders = alike;
        this.codes = codes;
        this.seals = seals;
    }

    /**
     * What the page is asked to show besides the order.
     *
     * @param action the action whose form to show; empty for the usual one
     * @param sent what was sent when an attempt was refused
     * @param back the list it was opened from
     * @param revealed true when personal data is to be shown in full
     */
    public record Wish(
            String action, SubmittedForm submitted, List<Reason> reasons, boolean revealed, String completedAction, ReturnTo returnTo) {

        public static Wish show(String action, String done, ReturnTo back) {
            return new Wish(action, SubmittedForm.nothing(), List.of(), false, done, back);
        }
    }

    OrderPage page(PageContext context, Viewer viewer, Order order, Wish wish) {
        return page(dossiers.of(order, context), viewer, wish);
    }

    /** The page of an order of which everything is known. */
    public OrderPage page(Dossier dossier, Viewer viewer, Wish wish) {
        var context = dossier.context();
        var order = dossier.order();
        var method = dossier.method();
        var deciding = new Decider(method, order, desk.setting(order));
        var can = availableActions(context, method, deciding, viewer);
        return new OrderPage(
                dossier.number(),
                dossier.address(),
                method.id(),
                context.w(method.name()),
                OrderColumns.title(order),
                order.text("content"),
                dossier.status(),
                dossier.holder(),
                order.holder().map(Seat::unit).orElse(""),
                order.open(),
                order.marked("supervised"),
                dossier.chain(),
                dossier.clocks(),
                facts(dossier),
                new PersonalData(seals, context, viewer, order).shown(wish.revealed()),
                order.text("point"),
                map(method, order),
                dossier.history(),
                can,
                actionForm(context, method, order, can, wish),
                unavailableActions(context, method, order, deciding, viewer),
                wish.reasons(),
                Optional.ofNullable(method.actions().get(wish.completedAction())).map(action -> context.w(action.name())),
                method.register().isEmpty() && PersonalData.mayReachResident(context, viewer)
                        ? Optional.of(codes.of(order.id()).toString())
                        : Optional.empty(),
                relatedOrders.of(order, viewer.seat(), context),
                method.survey().isPresent(),
                method.openRegister(),
                wish.returnTo());
    }

    /** What is confidential is on no map, and what is closed only where it is asked for. */
    private static Optional<String> map(Method method, Order order) {
        return order.text("point").isEmpty() || method.confidential()
                ? Optional.empty()
                : Optional.of("/map?show=%s&at=%s,16%s"
                        .formatted(
                                method.register().isPresent() ? method.id() : "orders",
                                order.text("point"),
                                order.open() ? "" : method.register().isPresent() ? "&tab=left" : "&state=closed"));
    }

    private List<OrderPage.Can> availableActions(PageContext context, Method method, Decider deciding, Viewer viewer) {
        return method.actions().values().stream()
                .filter(action -> deciding.hindrances(action, viewer.actor()).isEmpty())
                .sorted(Comparator.comparing(action -> !action.main()))
                .map(action -> new OrderPage.Can(action.id(), context.w(action.name()), action.main()))
                .toList();
    }

    private static List<OrderPage.UnavailableAction> unavailableActions(
            PageContext context, Method method, Order order, Decider deciding, Viewer viewer) {
        return method.actions().values().stream()
                .filter(action -> action.at().contains(order.step()))
                .flatMap(action -> deciding.hindrances(action, viewer.actor()).stream()
                        .limit(1)
                        .map(reason -> new OrderPage.UnavailableAction(
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

    private Optional<OrderPage.ActionForm> actionForm(
            PageContext context, Method method, Order order, List<OrderPage.Can> can, OrderPageMaker.Wish wish) {
        return can.stream()
                .filter(one -> one.action().equals(wish.action()))
                .findFirst()
                .or(() -> can.stream().filter(OrderPage.Can::main).findFirst())
                .map(one -> new OrderPage.ActionForm(
                        one.action(),
                        one.name(),
                        forms
                                .fields(
                                        context,
                                        method,
                                        Objects.requireNonNull(method.actions().get(one.action())),
                                        order,
                                        wish.submitted().answers(),
                                        wish.reasons())
                                .stream()
                                .map(field -> field.type() == FieldType.ORDER
                                        ? field.offering(mergeChoices(order, context))
                                        : field)
                                .toList(),
                        UUID.randomUUID().toString()));
    }

    /** Orders that this one may be merged into. */
    private List<Choice> mergeChoices(Order order, PageContext context) {
        return context.viewer().map(viewer -> similarOrders.to(order, viewer)).orElse(List.of()).stream()
                .map(one -> new Choice(
                        OrderNumber.of(one.id(), one.raisedAt(), context.calendar())
                                .text(),
                        context.t(
                                "form.alike.one",
                                one.title(),
                                context.directory().regionName(one.region()),
                                context.day(one.raisedAt()))))
                .toList();
    }

    /** Of a subject: what follows from its fields. */
    private Stream<LabelledValue> computedFacts(Dossier dossier) {
        var order = dossier.order();
        var setting = desk.setting(order);
        return dossier.method().register().stream()
                .flatMap(register -> register.computed().values().stream())
                .flatMap(column -> column.of(dossier.method(), order, setting).stream()
                        .map(value -> new LabelledValue(dossier.context().w(column.name()), value.toString())));
    }

    private List<LabelledValue> facts(Dossier dossier) {
        var context = dossier.context();
        var method = dossier.method();
        var filled = dossier.order().fields();
        return Stream.of(
                        method.fields().values().stream()
                                .filter(field -> filled.containsKey(field.id())
                                        && !SHOWN_APART.contains(field.id())
                                        && !field.type().files()
                                        && !field.type().personal()
                                        && field.type() != FieldType.POINT)
                                .map(field -> new LabelledValue(
                                        context.w(field.name()),
                                        dossier.narrator().value(field, filled.get(field.id())))),
                        computedFacts(dossier),
                        Stream.of(new LabelledValue(
                                context.t(method.register().isPresent() ? "subject.entered-at" : "order.raised-at"),
                                context.moment(dossier.order().raisedAt()))))
                .flatMap(facts -> facts)
                .toList();
    }
}
