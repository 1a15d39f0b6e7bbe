package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.INSPECTOR;
import static org.liudan.testing.Play.RESIDENT;
import static org.liudan.testing.Play.handler;
import static org.liudan.testing.Play.head;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** 营商环境直通车. The test has a Spring context of its own, because it counts all orders. */
@DistrictTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class EnterpriseHotlineTest {

    private static final Actor CENTRE = handler("enterprise-centre");
    private static final Actor CENTRE_HEAD = head("enterprise-centre");
    private static final Actor POWER = handler("power-supply");
    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\">([^<]+)</th><td class=\"n\"><a href=\"([^\"]+)\">([^<]+)</a></td>");

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void before_the_report() {
        play.at("2026-08-03T09:00");
    }

    /** 「当天反映问题,第二天供电公司就上门」「短短3天,汽车充电项目就畅通无阻了」 */
    @Test
    void a_report_of_an_enterprise_is_visited_the_next_day_and_solved_in_three_days() {
        var order = reported();
        play.isHeldBy(order, "enterprise-centre", "handler");
        play.isDue(order, "receive", "2026-08-03T17:30");
        order = play.does(CENTRE, "assign", order, "department", "power-supply");
        play.isHeldBy(order, "power-supply", "handler");
        play.isDue(order, "visit", "2026-08-04T17:30");
        play.isDue(order, "mend", "2026-08-06T17:30");
        assertThat(play.refusal(POWER, "finish", order, "result", "已通电。")).containsExactly("还没有上门，请先“上门对接”。");

        play.at("2026-08-04T10:00").does(POWER, "visit", order, "visited", "供电手续缺一份图纸，当场补齐。");
        order = play.at("2026-08-06T10:00").does(POWER, "finish", order, "result", "充电桩已通电。");
        play.isHeldBy(order, "enterprise-centre", "handler");
        order = play.does(CENTRE, "approve", order, "assessment", "到现场看过，属实。");
        assertThat(order.ring()).isEqualTo("feedback");
        order = play.does(RESIDENT, "rate", order, "rating", "satisfied", "rating-words", "你们这速度也太赞了");
        assertThat(order.step()).isEqualTo("settled");
        assertThat(order.late()).isFalse();
    }

    /** 「实现诉求收集、交办、督办、评估、反馈、问责的闭环管理」 */
    @Test
    void the_loop_goes_through_supervision_and_accountability() {
        var order = play.does(CENTRE, "assign", reported(), "department", "power-supply");
        play.does(POWER, "visit", order, "visited", "看过现场。");
        order = play.at("2026-08-11T17:30").now(order);
        assertThat(play.child(order, "pressing").text("cause")).isEqualTo("overdue");
        play.does(POWER, "finish", order, "result", "已通电。");
        order = play.does(CENTRE, "send-back", order, "assessment", "第二台没有电。", "days", "2");
        play.isDue(order, "mend", "2026-08-13T17:30");
        play.does(POWER, "finish", order, "result", "都通电了。");
        play.does(CENTRE, "approve", order);
        order = play.does(CENTRE, "record-rating", order, "rating", "dissatisfied");
        play.isHeldBy(order, "enterprise-centre", "head");
        order = play.does(CENTRE_HEAD, "pass-on", order, "reason", "拖了一周。");
        assertThat(order.rings()).contains("collect", "assign", "supervise", "evaluate", "feedback", "account");
        assertThat(play.child(order, "pressing").text("cause")).isEqualTo("dissatisfied");
        assertThat(play.refusal(INSPECTOR, "urge", order, "note", "快办")).containsExactly("reason.not-here");
        play.holds();
    }

    /** 「截至8月22日,“营商环境直通车”共受理诉求386件,交办339件,20件正在办理中,办结366件(其中47件直接答复办结),满意率96.8%。」 */
    @Test
    void the_figures_are_those_of_the_source_and_each_opens_its_orders() {
        new HotlineReport(play).replay();
        var browser = new Browser(port).as("inspector");
        var rows = ROW.matcher(browser.get(HotlineReport.ADDRESS).body());
        var table = new java.util.LinkedHashMap<String, String>();
        var orders = new java.util.LinkedHashMap<String, Integer>();
        while (rows.find()) {
            table.put(rows.group(1), rows.group(3));
            orders.put(rows.group(1), orderCount(browser, rows.group(2).replace("&amp;", "&")));
        }
        assertThat(table.toString()).isEqualTo("{受理=386, 交办=339, 在办=20, 办结=366, 其中直接答复=47, 满意率=96.8%}");
        assertThat(orders).isEqualTo(HotlineReport.ORDERS);
        assertThat(new Browser(port).as("department").get(HotlineReport.ADDRESS).body())
                .doesNotContain("386");
        play.holds();
    }

    /** The number of orders that the ledger shows. */
    private static int orderCount(Browser browser, String address) {
        var count = Pattern.compile("(\\d+) 件").matcher(browser.get(address).body());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private Order reported() {
        return HotlineReport.raise(play);
    }
}
