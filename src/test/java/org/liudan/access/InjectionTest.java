package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Text that users write is shown as written and never run as a script. */
@AccessDistrict
class InjectionTest {

    private static final String SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    @LocalServerPort
    int port;

    @Autowired
    RaisedOrders.RaisedOrderLookup orders;

    @Test
    void a_script_in_any_field_is_shown_and_not_run() {
        var clerk = new Browser(port).as("community");
        var draft = RaisedOrders.between(clerk.get("/orders/new").body(), "name=\"draft\" value=\"", "\"");
        var answer = clerk.upload(
                "/orders/new",
                SCRIPT.replace("\"", "") + ".png",
                RaisedOrders.png(),
                "draft",
                draft,
                "channel",
                "visit",
                "happened",
                "2026-11-16",
                "title",
                SCRIPT,
                "content",
                SCRIPT,
                "place",
                SCRIPT,
                "person",
                SCRIPT.substring(0, 38),
                "situation",
                SCRIPT,
                "region",
                District.COMMUNITY);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        var number = RaisedOrders.between(answer.location(), "/orders/", "?");
        var code = orders.codes().of(Long.parseLong(number.substring(9))).toString();
        acts(clerk, number, "survey", "findings", SCRIPT);
        acts(
                clerk,
                number,
                "report",
                "reasonable",
                "urgent",
                "category",
                "environment.noise",
                "words",
                SCRIPT,
                "note",
                SCRIPT);
        var street = new Browser(port).as("street");
        acts(street, number, "sign", "words", SCRIPT);
        acts(street, number, "note", "note", SCRIPT);
        acts(street, number, "dispatch", "department", "city-management", "agreed-with", SCRIPT, "note", SCRIPT);
        var resident = new Browser(port);
        assertThat(resident.post("/track/" + code + "/remark", "remark", SCRIPT).status())
                .isEqualTo(302);
        for (var page : List.of(
                "/orders/" + number,
                "/orders/" + number + "/print",
                "/desk?tab=doing",
                "/meeting",
                "/ledger",
                "/notices",
                "/briefing?month=2026-11",
                "/callbacks")) {
            safe(street, page);
        }
        safe(resident, "/track/" + code);
        safe(resident, "/track/" + code + "?done=" + encoded(SCRIPT));
        assertThat(street.get("/orders/" + number).body()).contains("&lt;script&gt;alert(1)");
        assertThat(street.post("/orders/" + number + "/reveal").body()).doesNotContain("<script>alert", "<img src=x");
        var again = resident.post("/track/" + code + "/rate", "rating", SCRIPT, "rating-words", SCRIPT);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void a_script_in_an_address_or_in_a_refused_form_is_not_run() {
        var leader = new Browser(port).as("leader");
        for (var page : List.of(
                "/ledger?q=",
                "/ledger?street=",
                "/desk?q=",
                "/figures?from=",
                "/briefing?month=",
                "/track/",
                "/orders/")) {
            safe(leader, page + encoded(SCRIPT).replace("+", "%20"));
        }
        var own = new Browser(port);
        var order = RaisedOrders.at(own, District.COMMUNITY, "灯不亮", orders);
        safe(new Browser(port).as("community"), "/orders/" + order.number() + "?done=" + encoded(SCRIPT));
        safe(new Browser(port).as("community"), "/orders/new?done=" + encoded(SCRIPT) + "&code=" + encoded(SCRIPT));
        assertThat(own.post("/sign-in", "account", SCRIPT, "password", "x").body())
                .doesNotContain("<script>alert");
        assertThat(own.post("/raise", "content", SCRIPT, "place", SCRIPT, "point", SCRIPT)
                        .body())
                .contains("&lt;script>alert(1)")
                .doesNotContain("<script>alert");
        assertThat(own.post("/track", "code", SCRIPT).body()).doesNotContain("<script>alert");
        safe(new Browser(port).as("auditor"), "/admin/audit");
        var security = new Browser(port).as("security");
        assertThat(security.post("/admin/people", "account", SCRIPT, "name", SCRIPT, "unit", SCRIPT, "post", SCRIPT)
                        .body())
                .contains("&lt;script>alert(1)")
                .doesNotContain("<script>alert");
        safe(security, "/admin/people?q=" + encoded(SCRIPT));
        var administrator = new Browser(port).as("administrator");
        assertThat(administrator
                        .post("/admin/calendar", "year", "2027", "days", SCRIPT)
                        .body())
                .contains("第 1 行看不懂")
                .doesNotContain("<script>alert");
        assertThat(administrator.post("/admin/calendar/hours", "hours", SCRIPT).body())
                .doesNotContain("<script>alert");
    }

    private void acts(Browser browser, String number, String action, String... filled) {
        var answer = browser.post("/orders/" + number + "/actions/" + action, filled);
        assertThat(answer.status()).as(action + answer.body()).isEqualTo(302);
    }

    private static void safe(Browser browser, String page) {
        var answer = browser.get(page);
        assertThat(answer.status()).as(page).isNotEqualTo(500);
        assertThat(answer.body()).as(page).doesNotContain("<script>alert", "<img src=x");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
