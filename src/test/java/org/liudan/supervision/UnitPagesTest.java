package org.liudan.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.INSPECTOR;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.store.OrderNumber;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The page of a unit, and the written notice by which a unit is pressed. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=units")
class UnitPagesTest {

    private static final Actor FIRE = new Actor.Officer("fire", "handler", "handler-fire");

    @Autowired
    OrderDesk desk;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @Test
    void the_page_of_a_unit_shows_the_outcome_of_supervision_to_those_who_may_see_it() {
        clock.set("2026-11-16T09:00");
        var order = supervisionOrder();
        people.does(FIRE, "reply", order, "reply", "已清理。");
        clock.set("2026-11-18T09:00");
        people.does(INSPECTOR, "accept", order, "outcome", "negative-list", "result", "清理不彻底，列入清单。");
        supervisionOrder();
        var page = new Browser(port).as("inspector").get("/units/fire").body();
        assertThat(page)
                .contains("/orders/" + number(order), "已列入负面清单", "11月18日 办结", "列入负面清单", "清理不彻底", "11月16日")
                .contains("岗位和人员", "承办人");
        var held = Pattern.compile("<a href=\"(/ledger[^\"]*)\"><b>(\\d+)</b>").matcher(page);
        assertThat(held.find()).isTrue();
        assertThat(new Browser(port)
                        .as("inspector")
                        .get(held.group(1).replace("&amp;", "&"))
                        .body())
                .contains("共 " + held.group(2) + " 件");
        assertThat(new Browser(port).as("handler-fire").get("/units/fire").body())
                .contains("清理不彻底");
        assertThat(new Browser(port).as("department").get("/units/fire").body()).doesNotContain("清理不彻底");
        assertThat(new Browser(port).as("inspector").get("/units/no-such").status())
                .isEqualTo(404);
    }

    @Test
    void a_supervision_order_prints_as_a_notice() {
        clock.set("2026-11-16T09:00");
        var order = supervisionOrder();
        var page = new Browser(port)
                .as("inspector")
                .get("/orders/" + number(order) + "/print")
                .body();
        assertThat(page)
                .contains(
                        "督办通知单</h1>",
                        "编号：" + number(order),
                        "北门消防通道堵塞",
                        "请说明原因",
                        "2026年11月18日 17:30",
                        "区工委督查室（印章）",
                        "签发人",
                        "2026年11月16日",
                        "签收人");
    }

    private Order supervisionOrder() {
        var outcome = desk.raise(
                "supervision",
                desk.nextId(),
                new Attempt(
                        "press",
                        INSPECTOR,
                        Map.of("unit", "fire", "content", "北门消防通道堵塞", "question", "请说明原因和办结时限。", "days", "2")),
                UUID.randomUUID().toString());
        return ((Outcome.Done) outcome).order();
    }

    private String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), clock.getZone()).text();
    }
}
