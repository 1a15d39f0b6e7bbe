package org.liudan.api;

import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.access.VisibleOrders.Seen;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Builds responses with an order: its current facts, or only its address and ETag if the program prefers that. */
@Component
class OrderResponses {

    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final OrderFactsMaker factsMaker;

    OrderResponses(VisibleOrders orders, OrderDesk desk, OrderFactsMaker factsMaker) {
        this.orders = orders;
        this.desk = desk;
        this.factsMaker = factsMaker;
    }

    /** The facts of an order; 404 if the program may not see it. */
    ResponseEntity<OrderFacts> of(String number, PageContext context) {
        var seen = orders.see(SignedIn.required(), number).orElseThrow(() -> ApiRefusal.of(404));
        return withTag(HttpStatus.OK, seen.tag()).body(facts(seen, context));
    }

    /** 201 for an order that was raised, 200 for a repeated request. */
    ResponseEntity<OrderFacts> raised(Outcome.Done done, ReturnPreference preference, PageContext context) {
        var status = done.replayed() ? HttpStatus.OK : HttpStatus.CREATED;
        var address =
                "/api/v1" + OrderNumber.of(done.order(), context.calendar()).address(desk.methodOf(done.order()));
        if (preference == ReturnPreference.MINIMAL) {
            return minimal(status, done).header(HttpHeaders.LOCATION, address).build();
        }
        var seen = visibleOrder(done, context);
        return withTag(status, seen.tag()).header(HttpHeaders.LOCATION, address).body(facts(seen, context));
    }

    /** 200 with the order, or 204 if the program prefers a minimal response. */
    ResponseEntity<OrderFacts> acted(Outcome.Done done, ReturnPreference preference, PageContext context) {
        if (preference == ReturnPreference.MINIMAL) {
            return minimal(HttpStatus.NO_CONTENT, done).build();
        }
        var seen = visibleOrder(done, context);
        return withTag(HttpStatus.OK, seen.tag()).body(facts(seen, context));
    }

    /** The order as the program may see it; after an action that made it invisible, the order as the action left it. */
    private Seen visibleOrder(Outcome.Done done, PageContext context) {
        return orders.see(
                        SignedIn.required(),
                        OrderNumber.of(done.order(), context.calendar()).text())
                .orElseGet(() -> new Seen(done.order(), done.tag()));
    }

    private OrderFacts facts(Seen seen, PageContext context) {
        return factsMaker.of(seen.order(), SignedIn.required(), context);
    }

    private static ResponseEntity.BodyBuilder minimal(HttpStatus status, Outcome.Done done) {
        return withTag(status, done.tag()).header(ReturnPreference.APPLIED_HEADER, ReturnPreference.RETURN_MINIMAL);
    }

    private static ResponseEntity.BodyBuilder withTag(HttpStatus status, String tag) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(tag);
    }
}
