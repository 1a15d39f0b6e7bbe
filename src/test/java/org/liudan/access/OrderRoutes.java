package org.liudan.access;

import static org.liudan.access.Route.ofOrder;
import static org.liudan.access.Visitor.LOCAL;

import java.util.List;
import java.util.Set;

/** The routes of a single order or subject, each with its answer to each visitor. */
final class OrderRoutes {

    /** The routes of an order that {@code seeing} may see and whose unit {@code holding} belong to. */
    static List<Route> of(Set<Visitor> seeing, Set<Visitor> holding) {
        var revealing = Visitor.union(List.of(LOCAL, holding));
        return List.of(
                ofOrder(seeing, "GET /orders/{number}", visitor -> 200),
                ofOrder(seeing, "GET /orders/{number}/print", visitor -> 200),
                ofOrder(seeing, "GET /orders/{number}/files/{id}", visitor -> 200),
                ofOrder(seeing, "POST /orders/{number}/actions/{action}", visitor -> 422),
                ofOrder(seeing, "POST /orders/{number}/reveal", visitor -> revealing.contains(visitor) ? 200 : 403));
    }

    /** The routes of a subject; {@code seeing} may see it. */
    static List<Route> ofSubject(Set<Visitor> seeing) {
        return List.of(
                ofOrder(seeing, "GET /subjects/{number}", visitor -> 200),
                ofOrder(seeing, "GET /subjects/{number}/files/{id}", visitor -> 404),
                ofOrder(seeing, "POST /subjects/{number}/actions/{action}", visitor -> 422),
                ofOrder(seeing, "POST /subjects/{number}/reveal", visitor -> LOCAL.contains(visitor) ? 200 : 403));
    }

    private OrderRoutes() {}
}
