package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 街道吹哨、部门报到: two departments report in when a street has whistled. */
@JourneyTest
class WhistleJourneyTest {

    private static final String TITLE = "市场北门占道经营堵塞消防通道";

    @Autowired
    SettableClock clock;

    @Test
    void a_street_whistles_and_closes_when_both_departments_have_finished_and_are_judged(Town town) {
        // given a street that whistles, approved by its head
        clock.set("2026-11-16T09:00");
        var whistle = StartScreen.of(town.officer("street"), "whistle", "whistle")
                .register(
                        "kind",
                        "work",
                        "content",
                        TITLE,
                        "region",
                        District.COMMUNITY,
                        "place",
                        "市场北门",
                        "departments",
                        "city-management",
                        "departments",
                        "fire",
                        "lead",
                        "city-management");
        var number = whistle.number();
        OrderScreen.open(town.officer("street-secretary"), number).perform("approve");

        // when both report in, share the work and finish
        clock.set("2026-11-16T11:00");
        reportIn(town, "department");
        reportIn(town, "handler-fire");
        var divided = OrderScreen.open(town.officer("street"), number);
        assertThat(divided.status()).isEqualTo("待分工");
        divided.perform("divide", "lead", "city-management", "division", "城管清退摊点，消防画线。", "days", "5");
        divided.window().photograph("whistle-divided");
        clock.set("2026-11-18T15:00");
        finish(town, "department");
        finish(town, "handler-fire");

        // then the street judges each of them and closes
        judge(town);
        judge(town);
        var closing = OrderScreen.open(town.officer("street-secretary"), number);
        closing.perform("close", "result", "摊点已清退，消防通道畅通。");
        assertThat(closing.status()).isEqualTo("已销哨");
        closing.window().photograph("whistle-closed");
    }

    private static void reportIn(Town town, String account) {
        var order = DeskScreen.open(town.officer(account), "todo").open(TITLE);
        order.perform("report-in", "arrived", "2026-11-16T10:40", "where", "市场北门", "led-by", "中队长");
        assertThat(order.status()).isEqualTo("已报到待分工");
    }

    private static void finish(Town town, String account) {
        DeskScreen.open(town.officer(account), "todo")
                .open(TITLE)
                .perform("finish", "result", "已完成", "files", "现场.jpg");
    }

    private static void judge(Town town) {
        var window = town.officer("street");
        window.open("/desk?tab=todo&step=judging");
        var order = new DeskScreen(window).open(TITLE);
        order.perform("judge", "on-time", "true", "quality", "good");
        assertThat(order.status()).isEqualTo("办结已评");
    }
}
