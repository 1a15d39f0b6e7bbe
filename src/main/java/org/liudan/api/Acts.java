package org.liudan.api;

import org.jspecify.annotations.Nullable;
import org.liudan.engine.Attempt;
import org.liudan.kit.Screen;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Outcome;
import org.liudan.orders.VisibleOrders;
import org.liudan.people.SignedIn;
import org.springframework.stereotype.Component;

/** Raises and acts on orders and subjects for a program, once for each request however often it is sent. */
@Component
class Acts {

    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final Beginnings beginnings;
    private final Given given;
    private final Requests requests;

    Acts(VisibleOrders orders, OrderDesk desk, Beginnings beginnings, Given given, Requests requests) {
        this.orders = orders;
        this.desk = desk;
        this.beginnings = beginnings;
        this.given = given;
        this.requests = requests;
    }

    /** @param key names the request, so that it is done once; null to do it as often as it is sent */
    Outcome.Done raise(OrderCalls.NewOrder wish, @Nullable String key, Screen screen) {
        var viewer = SignedIn.required();
        var start = beginnings.one(viewer, wish.method(), wish.action(), screen);
        var draft = beginnings.draft(wish.draft(), screen);
        long id = draft.isPresent() ? draft.get().id() : desk.nextId();
        var name = draft.isPresent() ? draft.get().request() : requests.name(viewer, key, screen);
        var answers = given.answers(wish.answers(), start.method(), start.action(), id, screen);
        var attempt = new Attempt(start.action().id(), viewer.actor(), answers);
        return done(desk.raise(start.method().id(), id, attempt, name), name, attempt, screen);
    }

    /** @param match the state on which it is to be done; null for any */
    Outcome.Done act(
            String number,
            String action,
            OrderCalls.@Nullable Answers wish,
            @Nullable String match,
            @Nullable String key,
            Screen screen) {
        var viewer = SignedIn.required();
        var name = requests.name(viewer, key, screen);
        var found = orders.findToAct(viewer, number);
        if (found.isEmpty()) {
            return before(number, action, name, screen);
        }
        var order = found.get();
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw Refusal.of(404, screen.t("reason.unknown-action", action));
        }
        var answers = given.answers(wish == null ? null : wish.answers(), method, declared, order.id(), screen);
        var attempt = new Attempt(action, viewer.actor(), answers);
        var outcome = Tag.expected(match)
                .map(tag -> desk.performOn(order.id(), tag, attempt, name).orElseThrow(() -> Refusal.of(412)))
                .orElseGet(() -> desk.perform(order.id(), attempt, name));
        return done(outcome, name, attempt, screen);
    }

    /** Who took an order out of their own sight by what they did is told so again. */
    private Outcome.Done before(String number, String action, String request, Screen screen) {
        var done = OrderNumber.parse(number)
                .flatMap(parsed -> desk.replayed(parsed.id(), request))
                .filter(one ->
                        OrderNumber.of(one.order(), screen.calendar()).text().equals(number))
                .orElseThrow(() -> Refusal.of(404));
        requests.same(done.order(), request, action, screen);
        return done;
    }

    private Outcome.Done done(Outcome outcome, String request, Attempt attempt, Screen screen) {
        if (outcome instanceof Outcome.Refused refused) {
            throw Refusal.of(refused.reasons(), screen);
        }
        var done = (Outcome.Done) outcome;
        if (done.replayed()) {
            requests.same(done.order(), request, attempt.action(), screen);
        }
        return done;
    }
}
