package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orderpages.OrderPage.OrderContent;
import org.liudan.orderpages.OrderPage.OrderPageHeading;
import org.liudan.orderpages.OrderPage.OrderStanding;
import org.liudan.orderpages.OrderPage.PageLinks;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.wording.Dossier;
import org.liudan.orders.wording.Dossiers;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.orders.wording.PersonalData;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Builds the page of an order. */
@Component
public class OrderPageMaker {

    /** Fields that the page shows in a place of their own. */
    private static final Set<String> SHOWN_APART = Set.of("title", "content");

    private final OrderDesk desk;
    private final Dossiers dossiers;
    private final OrderPageActions actions;
    private final RelatedOrdersFinder relatedOrders;
    private final TrackingCodes codes;
    private final Seals seals;

    OrderPageMaker(
            OrderDesk desk,
            Dossiers dossiers,
            OrderPageActions actions,
            RelatedOrdersFinder relatedOrders,
            TrackingCodes codes,
            Seals seals) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.actions = actions;
        this.relatedOrders = relatedOrders;
        this.codes = codes;
        this.seals = seals;
    }

    /**
     * What the page shows besides the order itself.
     *
     * @param action the action whose form to show; empty for the first main action
     * @param submitted the form of a refused attempt
     * @param reasons why the attempt was refused
     * @param revealed true if personal data is to be shown in full
     * @param completedAction the action that has just been performed; empty if none
     * @param returnTo the list from which the order was opened
     */
    public record OrderPageState(
            String action,
            SubmittedForm submitted,
            List<Reason> reasons,
            boolean revealed,
            String completedAction,
            ReturnTo returnTo) {

        /** The state of a page without a refused attempt and without revealed data. */
        public static OrderPageState of(String action, String completedAction, ReturnTo returnTo) {
            return new OrderPageState(action, SubmittedForm.nothing(), List.of(), false, completedAction, returnTo);
        }
    }

    OrderPage page(PageContext context, Viewer viewer, Order order, OrderPageState state) {
        return page(dossiers.of(order, context), viewer, state);
    }

    /** The page of an order whose dossier is already loaded. */
    public OrderPage page(Dossier dossier, Viewer viewer, OrderPageState state) {
        var context = dossier.context();
        var order = dossier.order();
        var method = dossier.method();
        return new OrderPage(
                new OrderPageHeading(
                        dossier.number(),
                        dossier.address(),
                        method.id(),
                        context.w(method.name()),
                        OrderColumns.title(order)),
                new OrderStanding(
                        dossier.status(),
                        dossier.holder(),
                        order.holder().map(Seat::unit).orElse(""),
                        order.open(),
                        order.marked("supervised"),
                        dossier.chain(),
                        dossier.clocks()),
                content(dossier, viewer, state.revealed()),
                actions.of(dossier, viewer, state),
                new PageLinks(
                        relatedOrders.of(order, viewer.seat(), context),
                        method.survey().isPresent(),
                        method.openRegister(),
                        state.returnTo()),
                dossier.history());
    }

    private OrderContent content(Dossier dossier, Viewer viewer, boolean revealed) {
        var context = dossier.context();
        var order = dossier.order();
        var method = dossier.method();
        return new OrderContent(
                order.text("content"),
                facts(dossier),
                new PersonalData(seals, context, viewer, order).shown(revealed),
                order.text("point"),
                map(method, order),
                method.register().isEmpty() && PersonalData.mayReachResident(context, viewer)
                        ? Optional.of(codes.of(order.id()).toString())
                        : Optional.empty());
    }

    /**
     * The address of the map that shows the order. No map shows confidential orders; closed orders only if the address asks for
     * them.
     */
    private static Optional<String> map(Method method, Order order) {
        return order.text("point").isEmpty() || method.confidential()
                ? Optional.empty()
                : Optional.of("/map?show=%s&at=%s,16%s"
                        .formatted(
                                method.register().isPresent() ? method.id() : "orders",
                                order.text("point"),
                                order.open() ? "" : method.register().isPresent() ? "&tab=left" : "&state=closed"));
    }

    /** The facts of a subject that its register computes from its fields. */
    private Stream<LabelledValue> computedFacts(Dossier dossier) {
        var order = dossier.order();
        var decisionContext = desk.setting(order);
        return dossier.method().register().stream()
                .flatMap(register -> register.computed().values().stream())
                .flatMap(column -> column.of(dossier.method(), order, decisionContext).stream()
                        .map(value -> new LabelledValue(dossier.context().w(column.name()), value.toString())));
    }

    private List<LabelledValue> facts(Dossier dossier) {
        var context = dossier.context();
        var method = dossier.method();
        var answers = dossier.order().fields();
        return Stream.of(
                        method.fields().values().stream()
                                .filter(field -> answers.containsKey(field.id())
                                        && !SHOWN_APART.contains(field.id())
                                        && !field.type().files()
                                        && !field.type().personal()
                                        && field.type() != FieldType.POINT)
                                .map(field -> new LabelledValue(
                                        context.w(field.name()),
                                        dossier.narrator().value(field, answers.get(field.id())))),
                        computedFacts(dossier),
                        Stream.of(new LabelledValue(
                                context.t(method.register().isPresent() ? "subject.entered-at" : "order.raised-at"),
                                context.moment(dossier.order().raisedAt()))))
                .flatMap(facts -> facts)
                .toList();
    }
}
