package org.liudan.api;

import org.jspecify.annotations.Nullable;
import org.liudan.engine.Attempt;
import org.liudan.kit.Screen;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Outcome;
import org.liudan.orders.VisibleOrders;
import org.liudan.orders.VisibleOrders.Seen;
import org.liudan.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads, raises and acts on orders and subjects for a program, once for each request however often it is sent. */
@Component
class Acts {

    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final OrderFactsMaker maker;
    private final Beginnings beginnings;
    private final Given given;
    private final Requests requests;

    Acts(
            VisibleOrders orders,
            OrderDesk desk,
            OrderFactsMaker maker,
            Beginnings beginnings,
            Given given,
            Requests requests) {
        this.orders = orders;
        this.desk = desk;
        this.maker = maker;
        this.beginnings = beginnings;
        this.given = given;
        this.requests = requests;
    }

    ResponseEntity<OrderFacts> read(String number, Screen screen) {
        return facts(HttpStatus.OK, seen(number), screen);
    }

    /** @param key names the request, so that it is done once; null to do it as often as it is sent */
    ResponseEntity<OrderFacts> raise(OrderCalls.NewOrder wish, @Nullable String key, Screen screen) {
        var viewer = SignedIn.required();
        var start = beginnings.one(viewer, wish.method(), wish.action(), screen);
        var draft = beginnings.draft(wish.draft(), screen);
        long id = draft.isPresent() ? draft.get().id() : desk.nextId();
        var name = draft.isPresent() ? draft.get().request() : requests.name(viewer, key, screen);
        var answers = given.answers(wish.answers(), start.method(), start.action(), id, screen);
        var attempt = new Attempt(start.action().id(), viewer.actor(), answers);
        var done = done(desk.raise(start.method().id(), id, attempt, name), name, attempt, screen);
        var status = done.replayed() ? HttpStatus.OK : HttpStatus.CREATED;
        return facts(status, seen(OrderFactsMaker.number(done.order(), screen), done), screen);
    }

    /** @param match the state on which it is to be done; null for any */
    ResponseEntity<OrderFacts> act(
            String number,
            String action,
            OrderCalls.@Nullable Answers wish,
            @Nullable String match,
            @Nullable String key,
            Screen screen) {
        var viewer = SignedIn.required();
        var name = requests.name(viewer, key, screen);
        var order = seen(number).order();
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
        return facts(HttpStatus.OK, seen(number, done(outcome, name, attempt, screen)), screen);
    }

    private Outcome.Done done(Outcome outcome, String request, Attempt attempt, Screen screen) {
        if (outcome instanceof Outcome.Refused refused) {
            throw Refusal.of(refused.reasons(), screen);
        }
        var done = (Outcome.Done) outcome;
        if (done.replayed()) {
            requests.same(request, attempt.action(), screen);
        }
        return done;
    }

    /** Whoever acts on an order may have given it away by that, and is told how it left them. */
    private Seen seen(String number, Outcome.Done done) {
        return orders.see(SignedIn.required(), number).orElseGet(() -> new Seen(done.order(), ""));
    }

    private Seen seen(String number) {
        return orders.see(SignedIn.required(), number).orElseThrow(() -> Refusal.of(404));
    }

    private ResponseEntity<OrderFacts> facts(HttpStatus status, Seen seen, Screen screen) {
        var answer = ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE);
        if (!seen.tag().isEmpty()) {
            answer.eTag(seen.tag());
        }
        if (status == HttpStatus.CREATED) {
            var number = OrderNumber.of(seen.order(), screen.calendar());
            answer.header(HttpHeaders.LOCATION, "/api/v1" + number.address(desk.methodOf(seen.order())));
        }
        return answer.body(maker.of(seen.order(), SignedIn.required(), screen));
    }
}
