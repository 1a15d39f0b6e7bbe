package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Refused forms: the list to return to, the title, the address. */
@AccessDistrict
class FormsTest {

    @LocalServerPort
    int port;

    @Autowired
    RaisedOrders.RaisedOrderLookup orders;

    @Test
    void a_refused_action_keeps_the_list_it_was_opened_from() {
        var order = raised();
        var clerk = new Browser(port).as("community");
        var refused = clerk.post("/orders/" + order.number() + "/actions/report?next=%2Fcallbacks%3Fat%3D3");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"/callbacks?at=3\">返回回访评单</a>", "/actions/report?next=%2Fcallbacks%3Fat%3D3");
        var done = clerk.post("/orders/" + order.number() + "/actions/note?next=%2Fcallbacks%3Fat%3D3", "note", "打过电话");
        assertThat(done.location()).endsWith("/callbacks?at=3");
    }

    @Test
    void nobody_is_redirected_to_another_address_than_one_of_our_lists() {
        var order = raised();
        var clerk = new Browser(port).as("community");
        for (var next :
                new String[] {"//evil.example/meeting", "https://evil.example", "/meeting?at=1//evil", "/ledger"}) {
            var done = clerk.post("/orders/" + order.number() + "/actions/note", "note", "记一笔", "next", next);
            assertThat(done.location()).as(next).endsWith("/orders/" + order.number() + "?done=note");
        }
    }

    @Test
    void an_address_that_only_takes_forms_leads_to_its_page() {
        var order = raised();
        var clerk = new Browser(port).as("community");
        var page = "/orders/" + order.number();
        assertThat(clerk.get(page + "/actions/report?next=%2Fmeeting%3Fat%3D0").location())
                .endsWith(page + "?next=%2Fmeeting%3Fat%3D0");
        assertThat(clerk.get(page + "/reveal").location()).endsWith(page);
        assertThat(new Browser(port).get("/track/" + order.code() + "/remark").location())
                .endsWith("/track/" + order.code());
        assertThat(new Browser(port)
                        .as("administrator")
                        .get("/admin/calendar/hours")
                        .location())
                .endsWith("/admin/calendar");
        assertThat(new Browser(port)
                        .as("security")
                        .get("/admin/people/community/posts/removal")
                        .location())
                .endsWith("/admin/people/community");
        assertThat(new Browser(port).get("/language").location()).endsWith("/");
    }

    @Test
    void the_language_can_be_changed_on_a_refused_form() {
        var order = raised();
        var clerk = new Browser(port).as("community");
        var refused = clerk.post("/orders/" + order.number() + "/actions/report");
        assertThat(refused.body()).contains("form=\"form\" name=\"form.read\" value=\"en\"");
        var page = clerk.post("/orders/" + order.number() + "/actions/report", "form.read", "en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"en\"", order.number());
    }

    @Test
    void the_title_begins_with_the_error_of_a_form() {
        var browser = new Browser(port);
        assertThat(browser.post("/raise").body()).contains("<title>出错：我要点单 · 六单</title>");
        assertThat(browser.post("/sign-in", "account", "x", "password", "y").body())
                .contains("<title>出错：工作人员登录 · 六单</title>");
        assertThat(browser.get("/raise").body()).contains("<title>我要点单 · 六单</title>");
        assertThat(browser.get("/no-such-page").body()).doesNotContain("<title>出错");
        browser.post("/language", "to", "en", "back", "/");
        assertThat(browser.post("/raise").body()).contains("<title>Error: ");
    }

    @Test
    void a_resident_sees_units_and_promised_deadlines_but_no_posts_and_no_internal_deadlines() {
        var order = raised();
        var found = orders.desk().find(order.id()).orElseThrow();
        var people = new District.People(orders.desk());
        people.does(
                District.People.CLERK,
                "report",
                found,
                "reasonable",
                "urgent",
                "category",
                "infrastructure.streetlight");
        people.does(District.People.DISPATCHER, "sign", found);
        var signed = new Browser(port).get("/track/" + order.code()).body();
        assertThat(signed).contains("现由 河滨路街道 办理").doesNotContain("每周梳理", "街道签收，限", "跟单员", "经办人");
        people.does(District.People.DISPATCHER, "dispatch", found, "department", "city-management");
        var dispatched = new Browser(port).get("/track/" + order.code()).body();
        assertThat(dispatched).contains("现由 区城市管理和综合执法局 办理", "当天回应群众，限", "办结，限").doesNotContain("承办人", "跟单员");
        var inside = new Browser(port)
                .as("community")
                .get("/orders/" + order.number())
                .body();
        assertThat(inside).contains("每周梳理，限", "跟单员", "承办人");
    }

    @Test
    void an_error_page_links_to_the_desk_for_those_signed_in() {
        assertThat(new Browser(port).as("community").get("/no-such-page").body())
                .contains("没有找到", "href=\"/desk\">返回工作台");
    }

    private RaisedOrders raised() {
        return RaisedOrders.at(new Browser(port), District.COMMUNITY, "楼下路灯坏了三天", orders);
    }
}
