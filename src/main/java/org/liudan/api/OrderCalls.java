package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Attempt;
import org.liudan.kit.Pages;
import org.liudan.kit.Screen;
import org.liudan.orders.ListedOrders;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderLists;
import org.liudan.orders.Outcome;
import org.liudan.orders.VisibleOrders;
import org.liudan.orders.VisibleOrders.Seen;
import org.liudan.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Orders: listing them, reading one, raising one, acting on one. */
@RestController
class OrderCalls {

    /**
     * The order to be raised.
     *
     * @param action a start action of the method; the first that is open to the program if none is named
     * @param draft a draft to which files were added before; it is raised once, whatever key is sent with it
     */
    record NewOrder(
            @Nullable String method,
            @Nullable String action,
            @Nullable Map<String, @Nullable Object> answers,
            Optional<String> draft) {}

    /** The answers to the form of an action. */
    record Answers(@Nullable Map<String, @Nullable Object> answers) {}

    private final Pages pages;
    private final OrderLists lists;
    private final ListedOrders listed;
    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final OrderFactsMaker maker;
    private final Beginnings beginnings;
    private final Given given;
    private final Requests requests;

    OrderCalls(
            Pages pages,
            OrderLists lists,
            ListedOrders listed,
            VisibleOrders orders,
            OrderDesk desk,
            OrderFactsMaker maker,
            Beginnings beginnings,
            Given given,
            Requests requests) {
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.orders = orders;
        this.desk = desk;
        this.maker = maker;
        this.beginnings = beginnings;
        this.given = given;
        this.requests = requests;
    }

    @GetMapping("/api/v1/orders")
    ResponseEntity<OrderList> list(HttpServletRequest request) {
        var screen = pages.screen(request);
        var asked = ListAsked.of(request, screen);
        var page = lists.page(asked.filter(), SignedIn.required(), asked.after(), asked.size());
        var next = page.next().map(asked::next);
        var answer = ResponseEntity.ok();
        next.ifPresent(address -> answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return answer.body(new OrderList(
                page.rows().stream()
                        .map(row -> OrderLine.of(row, listed.method(row, screen), screen))
                        .toList(),
                next));
    }

    @GetMapping("/api/v1/orders/{number}")
    ResponseEntity<OrderFacts> order(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return facts(HttpStatus.OK, request, seen(number));
    }

    @PostMapping("/api/v1/orders")
    ResponseEntity<OrderFacts> raise(
            HttpServletRequest request,
            @RequestBody NewOrder wish,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key) {
        var viewer = SignedIn.required();
        var screen = pages.screen(request);
        var start = beginnings.one(viewer, wish.method(), wish.action(), screen);
        var draft = beginnings.draft(wish.draft(), screen);
        long id = draft.isPresent() ? draft.get().id() : desk.nextId();
        var name = draft.isPresent() ? draft.get().request() : requests.name(viewer, key, screen);
        var answers = given.answers(wish.answers(), start.method(), start.action(), id, screen);
        var attempt = new Attempt(start.action().id(), viewer.actor(), answers);
        var done = done(desk.raise(start.method().id(), id, attempt, name), name, attempt, screen);
        var status = done.replayed() ? HttpStatus.OK : HttpStatus.CREATED;
        return facts(status, request, seen(OrderFactsMaker.number(done.order(), screen), done));
    }

    @PostMapping("/api/v1/orders/{number}/actions/{action}")
    ResponseEntity<OrderFacts> act(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Answers wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key) {
        var viewer = SignedIn.required();
        var screen = pages.screen(request);
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
        return facts(HttpStatus.OK, request, seen(number, done(outcome, name, attempt, screen)));
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

    private ResponseEntity<OrderFacts> facts(HttpStatus status, HttpServletRequest request, Seen seen) {
        var screen = pages.screen(request);
        var answer = ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE);
        if (!seen.tag().isEmpty()) {
            answer.eTag(seen.tag());
        }
        var facts = maker.of(seen.order(), SignedIn.required(), screen);
        if (status == HttpStatus.CREATED) {
            answer.header(HttpHeaders.LOCATION, "/api/v1/orders/" + facts.number());
        }
        return answer.body(facts);
    }
}
