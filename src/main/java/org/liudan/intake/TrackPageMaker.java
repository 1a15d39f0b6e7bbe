package org.liudan.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liudan.engine.Actor;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Deciding;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.kit.Screen;
import org.liudan.orders.Chain;
import org.liudan.orders.ClockView;
import org.liudan.orders.Events;
import org.liudan.orders.Files;
import org.liudan.orders.Forms;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Sent;
import org.liudan.orders.Telling;
import org.liudan.orders.TrackingCodes;
import org.liudan.people.Seals;
import org.springframework.stereotype.Component;

/** Puts together what a resident sees of their order. */
@Component
class TrackPageMaker {

    private final OrderDesk desk;
    private final Events events;
    private final Files files;
    private final Forms forms;
    private final TrackingCodes codes;
    private final Seals seals;

    TrackPageMaker(OrderDesk desk, Events events, Files files, Forms forms, TrackingCodes codes, Seals seals) {
        this.desk = desk;
        this.events = events;
        this.files = files;
        this.forms = forms;
        this.codes = codes;
        this.seals = seals;
    }

    /** What the page is asked to show besides the order. */
    record Wish(boolean isNew, String done, String action, Sent sent, List<Reason> reasons) {

        static Wish show(boolean isNew, String done) {
            return new Wish(isNew, done, "", Sent.nothing(), List.of());
        }

        static Wish again(String action, Sent sent, List<Reason> reasons) {
            return new Wish(false, "", action, sent, reasons);
        }
    }

    TrackPage page(Screen screen, Order order, Wish wish) {
        var method = desk.methodOf(order);
        var happened = events.of(order.id());
        var telling = new Telling(screen, method, files.of(order.id()), seals);
        var told = happened.stream()
                .flatMap(event -> telling.forResident(event).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.reverse(told);
        return new TrackPage(
                codes.of(order.id()).toString(),
                OrderNumber.of(
                                order.id(),
                                order.raisedAt(),
                                screen.calendar().hours().zone())
                        .text(),
                order.text("title"),
                order.text("content"),
                screen.w(method.step(order.step()).name()),
                order.holder().map(seat -> screen.unit(seat.unit())).orElse(""),
                order.running().stream()
                        .filter(run -> !run.paused())
                        .min(Comparator.comparing(ClockRun::dueAt))
                        .map(run -> ClockView.of(
                                run, screen.w(method.clock(run.clock()).name()), screen)),
                order.open(),
                wish.isNew(),
                Optional.of(wish.done()).filter(method.actions()::containsKey),
                Chain.of(method, order, happened, screen.now(), screen.calendar()),
                told,
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

    private List<TrackPage.Form> forms(Screen screen, Order order, Wish wish) {
        var method = desk.methodOf(order);
        var deciding = new Deciding(method, order, desk.setting(order));
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
