package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.HANDLER;

import org.junit.jupiter.api.Test;
import org.liudan.deadlines.DueClocks;
import org.liudan.engine.order.Order;
import org.liudan.journeys.TrackScreen.ShownRing;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 督单: what happens when nobody acts. */
@JourneyTest
@TestPropertySource(properties = "liudan.database-of=lateness")
class LatenessJourneyTest {

    private static final String TITLE = "下水道堵了一个星期";

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    DueClocks clocks;

    @Test
    void an_overdue_order_is_warned_breached_escalated_and_supervised_by_the_attached_leader(Town town) {
        // given an order that the department accepted and did not handle
        clock.set("2026-11-16T09:00");
        var order = people.dispatched(TITLE);
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到。");
        passesTo("2026-11-19T16:00");
        assertThat(town.order("department", order).history().get(0)).contains("临期提醒", "系统", "11月19日 17:30");
        assertThat(noticesOf(town, "department")).contains("临期提醒");
        passesTo("2026-11-19T18:00");
        assertThat(town.order("department", order).history().get(0)).contains("已超期");
        assertThat(town.track(order).ring("接单")).extracting(ShownRing::state).isEqualTo("late");
        passesTo("2026-11-25T09:00");
        assertThat(town.order("department-head", order).history())
                .satisfies(
                        record -> assertThat(record.get(0)).contains("超期升级", "已报 区领导一 区领导"),
                        record -> assertThat(record.get(1)).contains("超期升级", "已报 区城市管理和综合执法局 负责人"));
        // when the leader sees the order and supervises it
        supervised(town);
        // then the ring 督 is lit, for the resident too, and the order has a new deadline
        var track = town.track(order);
        assertThat(track.ring("督单")).isEqualTo(new ShownRing("督单", "done", "区领导一"));
        assertThat(track.history().get(0)).contains("督办", "区领导一", "领导已到现场督办").doesNotContain("责任心不强");
        assertThat(track.due()).isEqualTo("办结：11月27日 17:30 前（还有 2 个工作日）");
        finished(town, order);
    }

    private void supervised(Town town) {
        var leader = town.officer("leader");
        leader.open("/leader");
        leader.photograph("leader");
        assertThat(leader.texts("section[aria-labelledby=waiting] td").get(0)).contains("萝卜湾社区");
        leader.click(leader.page().locator(".orders .title").getByText(TITLE).first());
        var page = new OrderScreen(leader);
        page.perform("supervise", "cause", "责任心不强", "days", "2", "words", "领导已到现场督办。");
        assertThat(page.status()).contains("督办");
        assertThat(page.rings()).containsExactly("done", "done", "done", "now", "done", "waiting");
        leader.open("/leader");
        assertThat(leader.texts(".orders .title")).contains(TITLE);
        assertThat(DeskScreen.open(town.officer("department"), "supervised").titles())
                .contains(TITLE);
    }

    private void finished(Town town, Order order) {
        clock.set("2026-11-26T09:00");
        town.order("department", order).perform("finish", "result", "已经疏通。", "files", "疏通.jpg");
        var track = town.track(order);
        track.rate("average", "来得晚了点");
        assertThat(track.rings()).extracting(ShownRing::state).containsOnly("done");
    }

    private void passesTo(String time) {
        clock.set(time);
        clocks.serve();
    }

    private static String noticesOf(Town town, String account) {
        var window = town.officer(account);
        window.click(window.page().locator("a.bell"));
        return window.texts(".notices li").stream()
                .filter(line -> line.contains(TITLE))
                .findFirst()
                .orElse("");
    }
}
