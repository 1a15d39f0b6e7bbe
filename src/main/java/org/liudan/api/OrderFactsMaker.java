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
import org.liudan.orderpages.OrderPageMaker.Wish;
import org.liudan.orderpages.ReturnTo;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.Chain;
import org.liudan.orders.wording.Dossier;
import org.liudan.orders.wording.Dossiers;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts the facts of an order together, from what its page is made of. */
@Component
class OrderFactsMaker {

    private static final Wish PLAIN_PAGE = Wish.show("", "", new ReturnTo(""));

    private final Dossiers dossiers;
    private final OrderPageMaker pages;
    private final ActionForms forms;
    private final Attachments attachments;

    OrderFactsMaker(Dossiers dossiers, OrderPageMaker pages, ActionForms forms, Attachments files) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.forms = forms;
        this.attachments = files;
    }

    OrderFacts of(Order order, Viewer viewer, PageContext screen) {
        var dossier = dossiers.of(order, screen);
        var method = dossier.method();
        var page = pages.page(dossier, viewer, PLAIN_PAGE);
        return new OrderFacts(
                page.number(),
                new NamedCode(method.id(), page.method()),
                order.version(),
                page.title(),
                page.content(),
                new NamedCode(order.step(), page.status()),
                order.ring(),
                order.holder()
                        .map(seat -> new OrderFacts.OrderHolder(
                                new NamedCode(seat.unit(), screen.unit(seat.unit())),
                                new NamedCode(seat.post(), screen.post(seat.post())))),
                order.closed(),
                page.supervised(),
                order.raisedAt(),
                order.changedAt(),
                fields(order, method),
                page.facts().stream().map(LabelledFact::of).toList(),
                page.personal().map(OrderFacts.PersonalFacts::of),
                page.code(),
                order.parties(),
                order.running().stream().map(run -> runningClock(run, method, screen)).toList(),
                page.chain().links().stream().map(link -> chainRing(link, screen)).toList(),
                OrderFacts.OrderRelations.of(page.family()),
                events(dossier),
                attachments.of(order.id()).stream().map(FileFacts::of).toList(),
                page.can().stream().map(can -> allowedAction(can, order, method, screen)).toList(),
                page.cannot().stream()
                        .map(cannot -> new OrderFacts.BlockedAction(cannot.action(), cannot.name(), cannot.why()))
                        .toList());
    }

    static String number(Order order, PageContext screen) {
        return OrderNumber.of(order, screen.calendar()).text();
    }

    /** The fields of a form as a program fills it in. */
    List<OrderFacts.FieldFacts> form(PageContext screen, Method method, String action, Order order) {
        var declared = Objects.requireNonNull(method.actions().get(action), action);
        return forms.fields(screen, method, declared, order, Map.of(), List.of()).stream()
                .map(OrderFacts.FieldFacts::of)
                .toList();
    }

    private OrderFacts.AllowedAction allowedAction(OrderPage.Can can, Order order, Method method, PageContext screen) {
        return new OrderFacts.AllowedAction(can.action(), can.name(), can.main(), form(screen, method, can.action(), order));
    }

    /** What is known, without personal data. */
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

    private static OrderFacts.RunningClock runningClock(ClockRun run, Method method, PageContext screen) {
        return new OrderFacts.RunningClock(
                run.clock(),
                screen.w(method.clock(run.clock()).name()),
                run.run(),
                new NamedCode(run.unit(), screen.unit(run.unit())),
                run.limit().toString(),
                run.startedAt(),
                run.warnAt(),
                run.dueAt(),
                run.paused(),
                run.settled(),
                run.breachedAt());
    }

    /** Whether it is late changes with the time and not with the order: that is what the clocks are for. */
    private static OrderFacts.ChainRing chainRing(Chain.Link link, PageContext screen) {
        var state = link.state() == Chain.State.LATE ? Chain.State.NOW : link.state();
        return new OrderFacts.ChainRing(
                link.ring(),
                screen.w(link.name()),
                state.name().toLowerCase(Locale.ROOT),
                link.units().stream()
                        .map(unit -> new NamedCode(unit, screen.unit(unit)))
                        .toList());
    }

    private static List<OrderFacts.EventText> events(Dossier dossier) {
        var all = dossier.inOrder();
        return IntStream.range(0, all.size())
                .mapToObj(index -> {
                    var event = dossier.events().get(index);
                    var told = all.get(index);
                    return new OrderFacts.EventText(
                            event.number(),
                            event.action(),
                            event.at(),
                            told.what(),
                            told.who(),
                            told.said().stream()
                                    .map(said -> new LabelledFact(said.label(), said.value()))
                                    .toList(),
                            told.files().stream().map(Attachments.Filed::id).toList(),
                            told.moves());
                })
                .toList();
    }
}
