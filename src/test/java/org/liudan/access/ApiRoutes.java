package org.liudan.access;

import static org.liudan.access.Route.at;
import static org.liudan.access.Route.open;

import java.util.List;

/** The routes of the API, each with its answer to a request without a token. */
final class ApiRoutes {

    static final List<Route> ALL = List.of(
            open("GET /api", 200),
            open("GET /api/v1/openapi.json", 200),
            open("GET /api/v1/orders", 401),
            open("POST /api/v1/orders", 401),
            open("GET /api/v1/orders/{number}", 401),
            open("POST /api/v1/orders/{number}/actions/{action}", 401),
            open("POST /api/v1/orders/{number}/files", 401),
            open("GET /api/v1/orders/{number}/files/{id}", 401),
            open("POST /api/v1/orders/{number}/reveal", 401),
            open("GET /api/v1/registers", 401),
            at("/api/v1/registers/fishermen", open("GET /api/v1/registers/{register:[a-z0-9-]+}", 401)),
            at(
                    "/api/v1/registers/fishermen/subjects",
                    open("GET /api/v1/registers/{register:[a-z0-9-]+}/subjects", 401)),
            at(
                    "/api/v1/registers/fishermen/subjects",
                    open("POST /api/v1/registers/{register:[a-z0-9-]+}/subjects", 401)),
            open("GET /api/v1/subjects/{number}", 401),
            open("POST /api/v1/subjects/{number}/actions/{action}", 401),
            open("POST /api/v1/subjects/{number}/files", 401),
            open("GET /api/v1/subjects/{number}/files/{id}", 401),
            open("POST /api/v1/subjects/{number}/reveal", 401),
            open("GET /api/v1/starts", 401),
            open("POST /api/v1/drafts", 401),
            at("/api/v1/drafts/x/files", open("POST /api/v1/drafts/{draft}/files", 401)),
            open("GET /api/v1/methods", 401),
            at("/api/v1/methods/six-orders", open("GET /api/v1/methods/{id:[a-z0-9-]+}", 401)),
            at("/api/v1/methods/six-orders.yaml", open("GET /api/v1/methods/{id:[a-z0-9-]+}.yaml", 401)),
            at("/api/v1/methods/six-orders/versions", open("GET /api/v1/methods/{id:[a-z0-9-]+}/versions", 401)),
            at(
                    "/api/v1/methods/six-orders/versions/1",
                    open("GET /api/v1/methods/{id:[a-z0-9-]+}/versions/{version:\\d{1,6}}", 401)),
            at(
                    "/api/v1/methods/six-orders/versions/1.yaml",
                    open("GET /api/v1/methods/{id:[a-z0-9-]+}/versions/{version:\\d{1,6}}.yaml", 401)),
            open("GET /api/v1/figures", 401),
            open("GET /api/v1/regions", 401),
            open("GET /api/v1/units", 401),
            open("GET /api/v1/categories", 401),
            open("GET /api/v1/events", 401),
            open("GET /api/v1/webhooks", 401),
            open("POST /api/v1/webhooks", 401),
            at("/api/v1/webhooks/1", open("DELETE /api/v1/webhooks/{id:\\d{1,18}}", 401)));

    private ApiRoutes() {}
}
