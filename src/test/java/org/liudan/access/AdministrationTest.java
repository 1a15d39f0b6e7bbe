package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the administrator and the auditor. */
@AccessDistrict
class AdministrationTest {

    @LocalServerPort
    int port;

    @Autowired
    Calendars calendars;

    @Autowired
    District.People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void all_wrong_lines_of_a_year_are_named_at_once() {
        var answer = new Browser(port).as("administrator").post("/admin/calendar", "year", "2030", "days", """
                        date,name,off
                        2030-01-01 元旦 休
                        元旦放假
                        2030-02-30 春节 休
                        2030-01-07 元旦 班
                        2031-01-01 元旦 休
                        2030-01-01,元旦,true
                        """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "第 3 行看不懂：元旦放假",
                        "第 4 行看不懂：2030-02-30 春节 休",
                        "第 5 行：2030-01-07 本来就是工作日",
                        "第 6 行：2031-01-01 不在 2030 年",
                        "第 7 行：2030-01-01 写了两次");
        assertThat(calendars.arrangements()).noneMatch(day -> day.date().getYear() == 2030);
    }

    @Test
    void a_year_is_read_in_each_supported_format() {
        var administrator = new Browser(port).as("administrator");
        assertThat(administrator.get("/admin/calendar?year=2027").body()).contains("尚未公布");
        var answer = administrator.post("/admin/calendar", "year", "2027", "days", """
                2027-01-01 元旦 休
                2027/2/6，春节，off
                2027年2月7日 春节 放假
                2027-02-20,春节,false
                """);
        assertThat(answer.location()).endsWith("/admin/calendar?done=year&year=2027");
        assertThat(administrator.get("/admin/calendar?done=year&year=2027").body())
                .contains("2027 年的安排已保存，正在计时的期限会在几分钟内重算完", "2月6日（周六） 至 2月7日（周日）", "2027-02-20 春节 班");
        assertThat(calendars.arrangements().stream().filter(day -> day.date().getYear() == 2027))
                .hasSize(4);
    }

    @Test
    void office_hours_are_changed_and_unreadable_ones_are_not() {
        var administrator = new Browser(port).as("administrator");
        assertThat(administrator.post("/admin/calendar/hours", "hours", "早上到晚上").body())
                .contains("办公时间写法不对", "早上到晚上");
        assertThat(administrator
                        .post("/admin/calendar/hours", "hours", "08:30-12:00，14：30-17：30")
                        .location())
                .endsWith("/admin/calendar?done=hours");
        assertThat(calendars.current().hours()).hasToString("08:30-12:00, 14:30-17:30");
    }

    @Test
    void the_audit_is_filtered_by_account_kind_and_day_and_read_page_by_page() {
        var stranger = "u" + UUID.randomUUID().toString().substring(0, 8);
        var browser = new Browser(port);
        for (int i = 0; i < 52; i++) {
            browser.post("/sign-in", "account", stranger, "password", "x");
        }
        var auditor = new Browser(port).as("auditor");
        var first = auditor.get("/admin/audit?account=" + stranger + "&kind=sign-in&day=2026-11-16")
                .body();
        assertThat(first.split("<tr>", -1)).hasSize(52);
        assertThat(first).contains("失败", "127.0.0.1");
        var next =
                RaisedOrders.between(first, "<a class=\"button\" href=\"", "\"").replace("&amp;", "&");
        assertThat(auditor.get(next).body().split("<tr>", -1)).hasSize(4);
        assertThat(auditor.get("/admin/audit?account=" + stranger + "&kind=verify")
                        .body())
                .contains("没有记录");
        assertThat(auditor.get("/admin/audit?account=" + stranger + "&day=2026-11-15")
                        .body())
                .contains("没有记录");
    }

    @Test
    void a_verification_counts_the_sound_records_and_is_audited() {
        people.raised();
        var inspector = new Browser(port).as("inspector");
        assertThat(inspector.get("/admin/verify").body()).contains("开始核验");
        assertThat(inspector.post("/admin/verify").body()).contains("没有发现差异", "用时");
        assertThat(jdbc.sql("select count(*) from audit where kind = 'verify' and account = 'inspector' and succeeded")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_code_that_does_not_fit_is_reported_and_stays_in_the_form() {
        var answer = new Browser(port)
                .as("inspector")
                .post("/admin/verify", "code", "9-000000000000")
                .body();
        assertThat(answer).contains("抄下的骑缝码 9-000000000000", "value=\"9-000000000000\"");
    }

    @Test
    void a_record_that_was_changed_is_shown_with_its_number() {
        var order = people.raised();
        jdbc.sql("update orders set title = '改过' where id = :id")
                .param("id", order.id())
                .update();
        var answer = new Browser(port).as("discipline").post("/admin/verify").body();
        jdbc.sql("update orders set title = :title where id = :id")
                .param("id", order.id())
                .param("title", "楼下路灯坏了三天")
                .update();
        assertThat(answer).contains("处差异", "-%06d".formatted(order.id()), "改过");
    }
}
