package org.liudan.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.api.OrderFacts.LabelledFact;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orderpages.OrderPage;
import org.liudan.orderpages.OrderPageMaker;
import org.liudan.orderpages.OrderPageMaker.OrderPageState;
import org.liudan.orderpages.ReturnTo;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.Chain;
import org.liudan.orders.wording.Dossier;
import org.liudan.orders.wording.Dossiers;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Builds the facts of an order from the data of its page. */
@Component
class OrderFactsMaker {

    private static final OrderPageState PLAIN_PAGE = OrderPageState.of("", "", new ReturnTo(""));

    private final Dossiers dossiers;
    private final OrderPageMaker pages;
    private final ActionForms forms;
    private final Attachments attachments;

    OrderFactsMaker(Dossiers dossiers, OrderPageMaker pages, ActionForms forms, Attachments attachments) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.forms = forms;
        this.attachments = attachments;
    }

    OrderFacts of(Order order, Viewer viewer, PageContext context) {
        var dossier = dossiers.of(order, context);
        var method = dossier.method();
        var page = pages.page(dossier, viewer, PLAIN_PAGE);
        return new OrderFacts(
                new OrderFacts.OrderHeading(
                        page.heading().number(),
                        new NamedCode(method.id(), page.heading().method()),
                        order.version(),
                        page.heading().title(),
                        page.content().text()),
                position(order, page, context),
                new OrderFacts.OrderData(
                        fields(order, method),
                        page.content().facts().stream().map(LabelledFact::of).toList(),
                        page.content().personal().map(OrderFacts.PersonalFacts::of),
                        page.content().trackingCode(),
                        order.parties()),
                order.running().stream()
                        .map(run -> runningClock(run, method, context))
                        .toList(),
                page.standing().chain().links().stream()
                        .map(link -> chainRing(link, context))
                        .toList(),
                OrderFacts.OrderRelations.of(page.links().relatedOrders()),
                events(dossier),
                attachments.of(order.id()).stream().map(FileFacts::of).toList(),
                page.actions().available().stream()
                        .map(action -> allowedAction(action, order, method, context))
                        .toList(),
                page.actions().unavailable().stream()
                        .map(action -> new OrderFacts.BlockedAction(action.action(), action.name(), action.why()))
                        .toList());
    }

    static String number(Order order, PageContext context) {
        return OrderNumber.of(order, context.calendar()).text();
    }

    /** The fields of the form of an action, for a program. */
    List<FieldFacts> form(PageContext context, Method method, String action, Order order) {
        var declared = Objects.requireNonNull(method.actions().get(action), action);
        return forms.fields(context, method, declared, order, Map.of(), List.of()).stream()
                .map(FieldFacts::of)
                .toList();
    }

    private static OrderFacts.OrderPosition position(Order order, OrderPage page, PageContext context) {
        return new OrderFacts.OrderPosition(
                new NamedCode(order.step(), page.standing().status()),
                order.ring(),
                order.holder()
                        .map(seat -> new OrderFacts.OrderHolder(
                                new NamedCode(seat.unit(), context.unit(seat.unit())),
                                new NamedCode(seat.post(), context.post(seat.post())))),
                order.closed(),
                page.standing().supervised(),
                order.raisedAt(),
                order.changedAt());
    }

    private OrderFacts.AllowedAction allowedAction(
            OrderPage.AvailableAction action, Order order, Method method, PageContext context) {
        return new OrderFacts.AllowedAction(
                action.action(), action.name(), action.main(), form(context, method, action.action(), order));
    }

    /** The answers by field id, without personal data. */
    static Map<String, Object> fields(Order order, Method method) {
        var fields = new TreeMap<>(order.fields());
        Stream.concat(
                        method.fields().values().stream()
                                .filter(field -> field.type().personal())
                                .map(field -> field.sets()),
                        Stream.of("person", "phone", "id-number"))
                .forEach(fields::remove);
        return fields;
    }

    private static OrderFacts.RunningClock runningClock(ClockRun run, Method method, PageContext context) {
        return new OrderFacts.RunningClock(
                run.clock(),
                context.w(method.clock(run.clock()).name()),
                run.run(),
                new NamedCode(run.unit(), context.unit(run.unit())),
                run.limit().toString(),
                run.startedAt(),
                run.warnAt(),
                run.dueAt(),
                run.paused(),
                run.settled(),
                run.breachedAt());
    }

    /** Being late depends on the time and not on the order, so it is not a state here; the clocks have the deadlines. */
    private static OrderFacts.ChainRing chainRing(Chain.Link link, PageContext context) {
        var state = link.state() == Chain.State.LATE ? Chain.State.NOW : link.state();
        return new OrderFacts.ChainRing(
                link.ring(),
                context.w(link.name()),
                state.name().toLowerCase(Locale.ROOT),
                link.units().stream()
                        .map(unit -> new NamedCode(unit, context.unit(unit)))
                        .toList());
    }

    private static List<OrderFacts.EventText> events(Dossier dossier) {
        var entries = dossier.inOrder();
        return IntStream.range(0, entries.size())
                .mapToObj(index -> {
                    var event = dossier.events().get(index);
                    var entry = entries.get(index);
                    return new OrderFacts.EventText(
                            event.number(),
                            event.action(),
                            event.at(),
                            entry.what(),
                            entry.who(),
                            entry.said().stream()
                                    .map(answer -> new LabelledFact(answer.label(), answer.value()))
                                    .toList(),
                            entry.files().stream().map(Attachments.Filed::id).toList(),
                            entry.moves());
                })
                .toList();
    }
}
