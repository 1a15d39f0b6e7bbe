package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.orders.verification.Verification;
import org.liudan.testing.Barrage;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.Malformed;
import org.liudan.testing.SettableClock;
import org.liudan.testing.Wire;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends malformed input to every form that a page shows and to every address of the pages: {@code ./mvnw -Pfuzz verify}. */
@AccessDistrict
@TestPropertySource(properties = "liudan.database-of=fuzz")
class FormsFuzz {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("name=\"([^\"]+)\"(?:[^>]*?value=\"([^\"]*)\")?");

    /** Addresses left out because malformed input locks the account or ends the session. */
    private static final Set<String> LOCKING = Set.of("/password", "/sign-out");

    private static final List<Visitor> VISITORS = List.of(
            Visitor.CLERK,
            Visitor.DISPATCHER,
            Visitor.HANDLER,
            Visitor.LEADER,
            Visitor.INSPECTOR,
            Visitor.GRID,
            Visitor.ADMINISTRATOR,
            Visitor.SECURITY,
            Visitor.AUDITOR,
            Visitor.NOBODY);

    @LocalServerPort
    int port;

    @Autowired
    RaisedOrders.RaisedOrderLookup orders;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    Verification verification;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    /** A visitor's browser with its cookies and its form token. */
    record VisitorSession(Browser browser, String cookies, String token) {}

    /** A form of a page; {@code filled} has the name and value of each field. */
    record ShownForm(
            VisitorSession session, String method, String action, Map<String, String> filled, boolean multipart) {}

    @Test
    void malformed_input_is_answered_with_a_page_that_says_so_and_leaves_all_records_sound() throws Exception {
        clock.set("2026-11-16T09:00");
        var raised = RaisedOrders.at(new Browser(port), District.COMMUNITY, "楼下路灯坏了三天", orders);
        var order = orders.desk().find(raised.id()).orElseThrow();
        people.does(
                District.People.CLERK,
                "report",
                order,
                "reasonable",
                "urgent",
                "category",
                "infrastructure.streetlight");
        var known = Map.of(
                "number",
                raised.number(),
                "code",
                raised.code(),
                "id",
                raised.file(),
                "method",
                "six-orders",
                "register",
                "fishermen",
                "account",
                "handler-gas-supply",
                "action",
                "note",
                "region",
                District.COMMUNITY);
        var forms = new ArrayList<ShownForm>();
        var sessions = VISITORS.stream().map(this::session).toList();
        sessions.forEach(session -> forms.addAll(forms(session, known)));
        var names = new TreeSet<String>();
        forms.forEach(form -> names.addAll(form.filled().keySet()));
        var shown = forms.size();
        var routes = routes();
        System.out.printf("%d forms shown to %d people, %d addresses%n", shown, sessions.size(), routes.size());
        assertThat(shown).isGreaterThan(100);
        var errors = Barrage.of(port, FormsFuzz::missingContent).against("forms", (i, malformed) -> {
            if (i % 3 < 2) {
                return FuzzRequests.of(forms.get((i / 3 * 2 + i % 3) % shown), known, malformed);
            }
            var route = routes.get(i / 3 % routes.size());
            return FuzzRequests.toRoute(route, malformed.one(sessions), List.copyOf(names), known, malformed);
        });
        assertThat(errors).isEmpty();
        assertThat(verification.verify().differences()).isEmpty();
    }

    private static String missingContent(Wire.Answer answer) {
        var hasContent = answer.is("text/html")
                ? answer.body().contains("<h1") && answer.body().contains("</html>")
                : answer.is("application/") && !answer.body().isBlank();
        return hasContent ? "" : "says nothing";
    }

    private VisitorSession session(Visitor visitor) {
        var browser = new Browser(port);
        if (visitor != Visitor.NOBODY) {
            browser.as(visitor.account);
        }
        var page = browser.get("/track").body();
        var cookies = new StringBuilder();
        for (var name : List.of("liudan", "XSRF-TOKEN")) {
            if (!browser.cookie(name).isEmpty()) {
                cookies.append(name).append('=').append(browser.cookie(name)).append("; ");
            }
        }
        return new VisitorSession(
                browser, cookies + "language=zh", RaisedOrders.between(page, "name=\"_csrf\" value=\"", "\""));
    }

    private List<ShownForm> forms(VisitorSession session, Map<String, String> known) {
        var forms = new LinkedHashSet<ShownForm>();
        for (var route : routes()) {
            if (!route.startsWith("GET ")
                    || route.contains("app.")
                    || route.endsWith(".js")
                    || route.contains("/patrol/token")) {
                continue;
            }
            var path = FuzzRequests.fill(route.substring(4), known, new Malformed(0), false);
            var answer = session.browser().get(path);
            if (answer.status() == 200 && answer.body().contains("<form")) {
                var page = answer.body();
                FORM.matcher(page)
                        .results()
                        .forEach(form -> forms.add(form(session, path, form.group(1), form.group(2))));
            }
        }
        forms.removeIf(form -> LOCKING.contains(form.action()));
        return List.copyOf(forms);
    }

    private static ShownForm form(VisitorSession session, String page, String head, String inside) {
        var filled = new LinkedHashMap<String, String>();
        NAMED.matcher(inside)
                .results()
                .forEach(field -> filled.putIfAbsent(field.group(1), String.valueOf(field.group(2))));
        filled.remove("_csrf");
        filled.values().removeIf("null"::equals);
        NAMED.matcher(inside).results().forEach(field -> filled.putIfAbsent(field.group(1), ""));
        filled.remove("_csrf");
        var action = ACTION.matcher(head);
        return new ShownForm(
                session,
                head.contains("method=\"post\"") ? "POST" : "GET",
                action.find() ? action.group(1).replace("&amp;", "&") : page,
                filled,
                head.contains("multipart"));
    }

    /** Every address of the pages, with its HTTP method. */
    private List<String> routes() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/api/") && !LOCKING.contains(pattern))
                        .forEach(pattern -> {
                            var methods = info.getMethodsCondition().getMethods();
                            routes.add((methods.isEmpty()
                                            ? "ANY"
                                            : methods.iterator().next()) + " " + pattern);
                        }));
        return List.copyOf(routes);
    }
}
