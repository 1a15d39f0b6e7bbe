package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessDistrict
class FormAgainTest {

    private static final String KEPT = ">打过电话，没人接</textarea>";

    @LocalServerPort
    int port;

    @Autowired
    OrderDesk desk;

    @Autowired
    TrackingCodes codes;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    @Test
    void changing_the_language_keeps_the_values_of_a_form_and_submits_nothing() {
        var before = events();
        var resident = new Browser(port);
        var page = resident.post("/raise", "content", "打过电话，没人接", "region", District.COMMUNITY, "form.read", "en");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"en\"", KEPT, "value=\"" + District.COMMUNITY + "\" selected")
                .doesNotContain("class=\"fault\"");
        assertThat(resident.get("/track").body()).contains("<html lang=\"en\"");
        var large = resident.upload("/raise", "灯.png", RaisedOrders.png(), "content", "打过电话，没人接", "form.read", "large");
        assertThat(large.body()).contains("class=\"large\"", KEPT, "灯.png</label>");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void an_expired_form_is_shown_again_with_its_values_and_is_not_executed() {
        var order = raised();
        var clerk = new Browser(port).as("community");
        var before = events();
        var raise = new Browser(port).postWith("", "/raise", "content", "打过电话，没人接", "region", District.COMMUNITY);
        var register = clerk.postWith("x", "/orders/new", "content", "打过电话，没人接", "region", District.COMMUNITY);
        var note = clerk.postWith("x", "/orders/" + order.number() + "/actions/note", "note", "打过电话，没人接");
        var remark = new Browser(port).postWith("", "/track/" + order.code() + "/remark", "remark", "打过电话，没人接");
        for (var answer : new Browser.Answer[] {raise, register, note, remark}) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("这个页面打开得太久，刚才没有提交。", KEPT);
        }
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void an_expired_form_shows_nothing_to_those_who_may_not_see_its_page() {
        var path = "/orders/" + raised().number() + "/actions/note";
        assertThat(new Browser(port).postWith("", path, "note", "看看").toSignIn())
                .isTrue();
        assertThat(new Browser(port)
                        .as("auditor")
                        .postWith("x", path, "note", "看看")
                        .status())
                .isEqualTo(403);
        assertThat(new Browser(port)
                        .as("handler-market")
                        .postWith("x", path, "note", "看看")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_form_is_still_there_after_signing_in_again() {
        var order = raised();
        var before = events();
        var clerk = new Browser(port);
        var path = "/orders/" + order.number() + "/actions/note?next=%2Fcallbacks%3Fat%3D3";
        var out = clerk.post(path, "note", "打过电话，没人接");
        assertThat(out.status()).isEqualTo(401);
        assertThat(out.body()).contains("已自动退出登录", "name=\"typed.note\" value=\"打过电话，没人接\"");
        var refused =
                clerk.post("/sign-in", "account", "community", "password", "x", "then", path, "typed.note", "打过电话，没人接");
        assertThat(refused.body()).contains("账号或密码不对", "name=\"typed.note\" value=\"打过电话，没人接\"");
        var in = clerk.post(
                "/sign-in",
                "account",
                "community",
                "password",
                District.PASSWORD,
                "then",
                path,
                "typed.note",
                "打过电话，没人接");
        assertThat(in.body()).contains("action=\"" + path + "\"", "name=\"note\" value=\"打过电话，没人接\"");
        var form = clerk.post(path, "note", "打过电话，没人接", "form.read", "again");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains(KEPT);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void signing_in_leads_to_the_page_opened_before_and_to_no_other_site() {
        var path = "/orders/" + raised().number();
        var clerk = new Browser(port);
        assertThat(clerk.get(path).location()).endsWith("/sign-in?then=" + path.replace("/", "%2F"));
        assertThat(clerk.get("/sign-in?then=" + path).body()).contains("name=\"then\" value=\"" + path + "\"");
        assertThat(signIn(clerk, path)).endsWith(path);
        assertThat(signIn(new Browser(port), "//evil.example")).matches("(http://localhost:\\d+)?/");
    }

    private static String signIn(Browser browser, String then) {
        return browser.post("/sign-in", "account", "community", "password", District.PASSWORD, "then", then)
                .location();
    }

    private long events() {
        return jdbc.sql("select count(*) from order_event").query(Long.class).single();
    }

    private RaisedOrders raised() {
        return RaisedOrders.at(
                new Browser(port),
                District.COMMUNITY,
                "楼下路灯坏了三天",
                new RaisedOrders.RaisedOrderLookup(desk, codes, calendars, jdbc));
    }
}
