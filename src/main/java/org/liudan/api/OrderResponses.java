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

/** Answers a program with an order as it stands, or, if it wants no more, with where it is and in which state. */
@Component
class OrderResponses {

    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final OrderFactsMaker factsMaker;

    OrderResponses(VisibleOrders orders, OrderDesk desk, OrderFactsMaker maker) {
        this.orders = orders;
        this.desk = desk;
        this.factsMaker = maker;
    }

    ResponseEntity<OrderFacts> of(String number, PageContext screen) {
        var seen = orders.see(SignedIn.required(), number).orElseThrow(() -> ApiRefusal.of(404));
        return withTag(HttpStatus.OK, seen.tag()).body(facts(seen, screen));
    }

    ResponseEntity<OrderFacts> raised(Outcome.Done done, ReturnPreference preference, PageContext screen) {
        var status = done.replayed() ? HttpStatus.OK : HttpStatus.CREATED;
        var address =
                "/api/v1" + OrderNumber.of(done.order(), screen.calendar()).address(desk.methodOf(done.order()));
        if (preference == ReturnPreference.MINIMAL) {
            return minimal(status, done).header(HttpHeaders.LOCATION, address).build();
        }
        var seen = visibleOrder(done, screen);
        return withTag(status, seen.tag()).header(HttpHeaders.LOCATION, address).body(facts(seen, screen));
    }

    ResponseEntity<OrderFacts> acted(Outcome.Done done, ReturnPreference preference, PageContext screen) {
        if (preference == ReturnPreference.MINIMAL) {
            return minimal(HttpStatus.NO_CONTENT, done).build();
        }
        var seen = visibleOrder(done, screen);
        return withTag(HttpStatus.OK, seen.tag()).body(facts(seen, screen));
    }

    /** Whoever acts on an order may have given it away by that, and is told how it left them. */
    private Seen visibleOrder(Outcome.Done done, PageContext screen) {
        return orders.see(
                        SignedIn.required(),
                        OrderNumber.of(done.order(), screen.calendar()).text())
                .orElseGet(() -> new Seen(done.order(), done.tag()));
    }

    private OrderFacts facts(Seen seen, PageContext screen) {
        return factsMaker.of(seen.order(), SignedIn.required(), screen);
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
