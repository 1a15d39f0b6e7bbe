package org.liudan.access;

import static org.liudan.access.Route.SIGN_IN;
import static org.liudan.access.Route.at;
import static org.liudan.access.Route.ofOrder;
import static org.liudan.access.Route.only;
import static org.liudan.access.Route.open;
import static org.liudan.access.Route.signedIn;
import static org.liudan.access.Route.work;
import static org.liudan.access.Visitor.ADMINISTRATOR;
import static org.liudan.access.Visitor.AUDITOR;
import static org.liudan.access.Visitor.DISCIPLINE;
import static org.liudan.access.Visitor.DISTRICT;
import static org.liudan.access.Visitor.DRAWERS;
import static org.liudan.access.Visitor.INSPECTOR;
import static org.liudan.access.Visitor.NOBODY;
import static org.liudan.access.Visitor.REGISTRARS;
import static org.liudan.access.Visitor.SECURITY;
import static org.liudan.access.Visitor.STARTERS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All routes except those of single orders and subjects, each with its answer to each visitor. Whoever makes a new route adds
 * it here.
 */
final class Routes {

    private static final Set<Visitor> VERIFIERS = EnumSet.of(AUDITOR, INSPECTOR, DISCIPLINE);
    private static final Set<Visitor> SECURITY_ONLY = EnumSet.of(SECURITY);
    private static final Set<Visitor> ADMINISTRATOR_ONLY = EnumSet.of(ADMINISTRATOR);

    private static final Set<Visitor> IMPORTERS = EnumSet.of(
            Visitor.CLERK,
            Visitor.SECRETARY,
            Visitor.DISPATCHER,
            Visitor.CLERK_ELSEWHERE,
            Visitor.NEIGHBOUR,
            Visitor.DISPATCHER_ELSEWHERE);
    private static final Set<Visitor> IMPORT_READERS =
            Visitor.union(List.of(IMPORTERS, EnumSet.of(INSPECTOR, DISCIPLINE)));

    private static final List<Route> RESIDENT_PAGES = List.of(
            open("GET /", 200),
            open("GET /raise", 200),
            open("POST /raise", 422),
            at("/raise/six-orders", open("GET /raise/{method}", 200)),
            at("/raise/six-orders", open("POST /raise/{method}", 422)),
            at("/raise/one-matter/apply", open("GET /raise/{method}/{action}", 200)),
            at("/raise/one-matter/apply", open("POST /raise/{method}/{action}", 422)),
            at("/q/20260101-000000/0000-0000-0000-0000", open("GET /q/{number}/{code}", 404)),
            at("/q/20260101-000000/0000-0000-0000-0000/tell", open("POST /q/{number}/{code}/{action}", 404)),
            open("GET /track", 200),
            open("POST /track", 404),
            open("GET /track/{code}", 200),
            open("POST /track/{code}/{action}", 422),
            open("GET /track/{code}/files/{id}", 200));

    private static final List<Route> PAGES = List.of(
            open("POST /language", 302, "to", "zh"),
            open("POST /type-size", 302, "large", "no"),
            open("ANY /error", 404),
            new Route("GET /sign-in", "/sign-in", visitor -> visitor == NOBODY ? 200 : 302, List.of()),
            open("POST /sign-in", 401, "account", "no-such-account"),
            signedIn("POST /post", 302, "seat", "nowhere/nothing"),
            signedIn("GET /password", 200),
            signedIn("POST /password", 422),
            new Route(
                    "GET /desk",
                    "/desk",
                    visitor -> visitor == NOBODY ? SIGN_IN : visitor.handlesOrders() ? 200 : 302,
                    List.of()),
            only(STARTERS, "GET /orders/new", 200),
            only(STARTERS, "POST /orders/new", 422),
            at("/orders/new/six-orders/register", only(REGISTRARS, "GET /orders/new/{method}/{action}", 200)),
            at("/orders/new/six-orders/register", only(REGISTRARS, "POST /orders/new/{method}/{action}", 422)),
            work("GET /batches/new", 302),
            work("POST /batches/new", 404),
            at("/batches/1", work("GET /batches/{id}", 404)),
            work("GET /meeting", 200),
            work("GET /callbacks", 200),
            only(DISTRICT, "GET /leader", 200),
            at("/units/city-management", work("GET /units/{code}", 200)),
            work("GET /registers", 200),
            at("/orders/20260101-000000/roll", work("GET /orders/{number}/roll", 404)),
            at("/orders/20260101-000000/survey", work("GET /orders/{number}/survey", 404)),
            at("/subjects/20260101-000000/code", work("GET /subjects/{number}/code", 404)),
            work("GET /grids", 200),
            at("/grids/431271001001", work("GET /grids/{code}", 200)),
            at("/grids/431271001001/add", only(DRAWERS, "POST /grids/{code}/add", 422)),
            at("/grids/431271001001-1/name", only(DRAWERS, "POST /grids/{code}/name", 422)),
            at("/grids/431271001001-1/dissolve", only(DRAWERS, "POST /grids/{code}/dissolve", 422)),
            at("/grids/431271001001/redraw", only(DRAWERS, "POST /grids/{code}/redraw", 422)),
            at("/grids/431271001001/subjects", only(DRAWERS, "POST /grids/{code}/subjects", 422)),
            at("/registers/fishermen", work("GET /registers/{register}", 200)),
            at("/registers/fishermen.xlsx", work("GET /registers/{register}.xlsx", 200)),
            at("/registers/fishermen/months", work("GET /registers/{register}/months", 200)),
            at("/registers/fishermen/months.xlsx", work("GET /registers/{register}/months.xlsx", 200)),
            at(
                    "/registers/fishermen/template.xlsx",
                    ofOrder(IMPORTERS, "GET /registers/{register}/template.xlsx", all -> 200)),
            at(
                    "/registers/fishermen/imports",
                    ofOrder(IMPORT_READERS, "GET /registers/{register}/imports", all -> 200)),
            at("/registers/fishermen/imports", ofOrder(IMPORTERS, "POST /registers/{register}/imports", all -> 422)),
            missingImport("GET", ""),
            missingImport("GET", "/faults.xlsx"),
            missingImport("GET", "/file"),
            missingImport("POST", "/confirmation"),
            missingImport("POST", "/stop"),
            missingImport("POST", "/continuation"),
            missingImport("POST", "/undoing"),
            work("GET /patrol", 200),
            work("GET /patrol/keepers", 200),
            work("GET /patrol/aside", 200),
            at("/patrol/aside/none-of-these/0", work("GET /patrol/aside/{request}/{place:\\d{1,2}}", 404)),
            work("POST /patrol/aside", 422),
            work("POST /patrol/visits", 409),
            work("GET /patrol/token", 200),
            work("GET /patrol/pack", 200),
            work("GET /patrol/app.webmanifest", 200),
            work("GET /patrol/worker.js", 200),
            work("GET /map", 200),
            at("/map/points.json?box=109,26,111,28&zoom=10", work("GET /map/points.json", 200)),
            at("/map/regions.json?box=109,26,111,28&zoom=10", work("GET /map/regions.json", 200)),
            at("/map/heat.json?box=109,26,111,28&zoom=10&month=2026-11", work("GET /map/heat.json", 200)),
            at("/map/here?box=109,26,111,28", work("GET /map/here", 200)),
            open("GET /geo/ground.json", 200),
            open("GET /geo/at", 200),
            work("GET /ledger", 200),
            work("GET /ledger.xlsx", 200),
            work("GET /figures", 200),
            work("GET /briefing", 200),
            signedIn("GET /methods", 200),
            signedIn("GET /methods/language", 200),
            signedIn("GET /methods/{method}", 200),
            only(ADMINISTRATOR_ONLY, "GET /admin/rulebook", 200),
            only(ADMINISTRATOR_ONLY, "POST /admin/rulebook", 422),
            only(ADMINISTRATOR_ONLY, "POST /admin/rulebook/confirmation", 422),
            only(ADMINISTRATOR_ONLY, "POST /admin/rulebook/versions", 422),
            only(ADMINISTRATOR_ONLY, "POST /admin/rulebook/offers/removal", 404),
            at(
                    "/admin/rulebook/six-orders/orders",
                    only(ADMINISTRATOR_ONLY, "GET /admin/rulebook/{method}/orders", 200)),
            at(
                    "/admin/rulebook/six-orders/orders",
                    only(ADMINISTRATOR_ONLY, "POST /admin/rulebook/{method}/orders", 422)),
            at("/admin/rulebook/moves/999999", only(ADMINISTRATOR_ONLY, "GET /admin/rulebook/moves/{id}", 404)),
            work("GET /notices", 200),
            work("POST /notices", 302, "last", "0"),
            only(ADMINISTRATOR_ONLY, "GET /admin/calendar", 200),
            only(ADMINISTRATOR_ONLY, "POST /admin/calendar", 422),
            only(ADMINISTRATOR_ONLY, "POST /admin/calendar/hours", 422),
            only(ADMINISTRATOR_ONLY, "GET /admin/shapes", 200),
            only(ADMINISTRATOR_ONLY, "GET /admin/shapes/outlines.json", 200),
            only(ADMINISTRATOR_ONLY, "POST /admin/shapes", 422),
            only(ADMINISTRATOR_ONLY, "POST /admin/shapes/publication", 302),
            only(ADMINISTRATOR_ONLY, "POST /admin/shapes/discard", 302),
            only(ADMINISTRATOR_ONLY, "POST /admin/shapes/removal", 404),
            only(SECURITY_ONLY, "GET /admin/people", 200),
            only(SECURITY_ONLY, "POST /admin/people", 422),
            only(SECURITY_ONLY, "GET /admin/people/{account}", 200),
            only(SECURITY_ONLY, "POST /admin/people/{account}/posts", 422),
            only(SECURITY_ONLY, "POST /admin/people/{account}/posts/removal", 404),
            only(SECURITY_ONLY, "POST /admin/people/{account}/password", 200),
            only(SECURITY_ONLY, "POST /admin/people/{account}/end", 302),
            only(SECURITY_ONLY, "POST /admin/people/{account}/return", 302),
            only(SECURITY_ONLY, "GET /admin/programs", 200),
            only(SECURITY_ONLY, "POST /admin/programs", 422),
            at("/admin/programs/999999/token", only(SECURITY_ONLY, "POST /admin/programs/{id:\\d{1,18}}/token", 404)),
            at("/admin/programs/999999/end", only(SECURITY_ONLY, "POST /admin/programs/{id:\\d{1,18}}/end", 302)),
            at(
                    "/admin/programs/webhooks/999999/return",
                    only(SECURITY_ONLY, "POST /admin/programs/webhooks/{id:\\d{1,18}}/return", 302)),
            only(EnumSet.of(AUDITOR), "GET /admin/audit", 200),
            only(VERIFIERS, "GET /admin/verify", 200),
            only(VERIFIERS, "POST /admin/verify", 200));

    static final List<Route> ALL = Stream.of(RESIDENT_PAGES, ApiRoutes.ALL, PAGES)
            .flatMap(List::stream)
            .toList();

    /** A route of an import that does not exist. */
    private static Route missingImport(String method, String path) {
        return at(
                "/registers/fishermen/imports/999999" + path,
                work(method + " /registers/{register}/imports/{id:\\d{1,18}}" + path, 404));
    }

    private Routes() {}
}
