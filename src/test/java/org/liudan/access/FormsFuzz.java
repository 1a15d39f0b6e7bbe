package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

/** Every form that a page shows and every address behind the pages, in every wrong way: {@code ./mvnw -Pfuzz verify}. */
@AccessDistrict
@TestPropertySource(properties = "liudan.database-of=fuzz")
class FormsFuzz {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("name=\"([^\"]+)\"(?:[^>]*?value=\"([^\"]*)\")?");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(?:\\\\d\\{[\\d,]+}|[^{}]+))?}");
    private static final String EDGE = "edge";

    /** The one form that may be filled in wrongly by one person only: the account is locked by it. */
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

    /** Somebody at a browser. */
    private record VisitorSession(Browser browser, String cookies, String token) {}

    private record ShownForm(VisitorSession session, String method, String action, Map<String, String> filled, boolean multipart) {}

    @Test
    void whatever_comes_is_answered_with_a_page_that_says_so_and_leaves_everything_sound() throws Exception {
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
        var wrong = Barrage.of(port, FormsFuzz::missingContent).against("forms", (i, malformed) -> {
            if (i % 3 < 2) {
                return request(forms.get((i / 3 * 2 + i % 3) % shown), known, malformed);
            }
            var route = routes.get(i / 3 % routes.size());
            return request(any(route, malformed.one(sessions), List.copyOf(names), known, malformed), known, malformed);
        });
        assertThat(wrong).isEmpty();
        assertThat(verification.verify().differences()).isEmpty();
    }

    private static String missingContent(Wire.Answer answer) {
        var said = answer.is("text/html")
                ? answer.body().contains("<h1") && answer.body().contains("</html>")
                : answer.is("application/") && !answer.body().isBlank();
        return said ? "" : "says nothing";
    }

    private VisitorSession session(Visitor who) {
        var browser = new Browser(port);
        if (who != Visitor.NOBODY) {
            browser.as(who.account);
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
            var path = filled(route.substring(4), known, new Malformed(0), false);
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

    private static ShownForm any(
            String route, VisitorSession session, List<String> names, Map<String, String> known, Malformed malformed) {
        var filled = new LinkedHashMap<String, String>();
        for (int i = 0; i < 6; i++) {
            filled.put(malformed.one(names), "");
        }
        var method = route.substring(0, route.indexOf(' '));
        var path = filled(route.substring(route.indexOf(' ') + 1), known, malformed, true);
        return new ShownForm(
                session,
                method.equals("ANY") ? "GET" : method,
                path,
                filled,
                method.equals("POST") && malformed.once(3));
    }

    private static String filled(String path, Map<String, String> known, Malformed malformed, boolean wrongly) {
        return PLACE.matcher(path)
                .replaceAll(place -> Matcher.quoteReplacement(
                        known.containsKey(place.group(1)) && !(wrongly && malformed.once(3))
                                ? known.get(place.group(1))
                                : wrongly ? malformed.place() : "1"));
    }

    private static Barrage.Request request(ShownForm form, Map<String, String> known, Malformed malformed) {
        var right = new LinkedHashMap<>(known);
        form.filled().forEach((name, value) -> {
            if (!value.isEmpty()) {
                right.put(name, value);
            }
        });
        var names = new ArrayList<>(form.filled().keySet());
        var path = form.action() + (malformed.once(30) ? "/" + malformed.place() : "");
        byte[] body;
        var type = "application/x-www-form-urlencoded";
        var header = "";
        if (form.method().equals("GET")) {
            body = new byte[0];
            path += (path.contains("?") ? "&" : "?") + new String(malformed.form(names, right), StandardCharsets.UTF_8);
        } else {
            header = malformed.once(20) ? "" : "X-XSRF-TOKEN: " + form.session().token() + "\r\n";
            var parts = form.multipart() != malformed.once(10);
            type = parts ? "multipart/form-data; boundary=" + EDGE : type;
            body = parts ? malformed.parts(EDGE, names, right) : malformed.form(names, right);
        }
        var head = form.method() + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html,*/*;q=0.8\r\n"
                + header
                + (malformed.once(25)
                        ? "Cookie: liudan=" + malformed.one(List.of("x", "=", "%00", "a".repeat(900)))
                        : "Cookie: " + form.session().cookies())
                + "\r\n"
                + (malformed.once(10) ? "HX-Request: true\r\n" : "")
                + "Content-Type: "
                + (malformed.once(15) ? malformed.type() : type)
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n";
        return new Barrage.Request(
                head, new String(body, StandardCharsets.UTF_8), body.length > 1 && malformed.once(30));
    }

    /** Every address behind the pages. */
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
