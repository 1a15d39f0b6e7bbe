package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.journeys.TrackScreen.ShownRing;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 六单工作法: one order from 点单 to 评单, with all its parties. */
@JourneyTest
class SixOrdersJourneyTest {

    private static final String TITLE = "桥头路灯不亮";

    @Autowired
    SettableClock clock;

    @Test
    void an_order_goes_through_the_six_rings_and_the_resident_sees_each_of_them(Town town) {
        // given a resident who raises an appeal with a photo, without an account
        clock.set("2026-11-16T09:00");
        var resident = town.resident();
        resident.open("/");
        resident.photograph("home");
        var track = raised(resident);
        var code = track.code();
        assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(track.status()).isEqualTo("社区研判");
        assertThat(track.due()).isEqualTo("当天报单：今天 17:30 前");
        assertThat(track.photos()).containsExactly("路灯.jpg");
        assertThat(track.photosLoad()).isTrue();
        resident.photograph("raised");

        // when all parties act
        clock.set("2026-11-16T10:00");
        reported(town);
        clock.set("2026-11-16T10:30");
        signed(town);
        clock.set("2026-11-16T11:00");
        dispatched(town);
        clock.set("2026-11-16T15:00");
        acceptedAndAnswered(town);
        clock.set("2026-11-18T16:00");
        finished(town);
        clock.set("2026-11-19T10:00");
        calledBack(town);

        // then the resident sees all six rings, the answer, the result and the rating
        var end = TrackScreen.find(town.resident(), code);
        assertThat(end.status()).isEqualTo("办结已评");
        assertThat(end.due()).isEmpty();
        assertThat(end.rings())
                .containsExactly(
                        new ShownRing("点单", "done", "已完成"),
                        new ShownRing("报单", "done", "萝卜湾社区、河滨路街道 · 2 小时"),
                        new ShownRing("跟单", "done", "河滨路街道 · 30 分钟"),
                        new ShownRing("接单", "done", "区城市管理和综合执法局 · 2.4 个工作日"),
                        new ShownRing("督单", "skipped", "未经过"),
                        new ShownRing("评单", "done", "萝卜湾社区 · 3 小时"));
        assertThat(end.history())
                .satisfiesExactly(
                        rated -> assertThat(rated).contains("萝卜湾社区", "11月19日 10:00", "满意", "很快就亮了"),
                        done -> assertThat(done).contains("办结", "11月18日 16:00", "换了灯头和线路，已经亮了。"),
                        answered -> assertThat(answered).contains("当天答复群众", "明天上午来修，请放心。"),
                        accepted -> assertThat(accepted).contains("接单", "区城市管理和综合执法局", "11月16日 15:00"),
                        dispatched -> assertThat(dispatched).contains("派单", "河滨路街道", "区城市管理和综合执法局"),
                        signed -> assertThat(signed).contains("签收", "已经收到，马上安排。"),
                        reported -> assertThat(reported).contains("当天上报街道", "萝卜湾社区", "11月16日 10:00"),
                        raised -> assertThat(raised).contains("点单", "您", "11月16日 09:00"));
        assertThat(end.history().toString()).doesNotContain("内部说明");
        assertThat(end.photos()).containsExactly("修好了.jpg", "路灯.jpg");
        assertThat(end.photosLoad()).isTrue();
        end.window().photograph("rated");
    }

    private static TrackScreen raised(Window resident) {
        var page = RaiseScreen.open(resident);
        resident.photograph("raise");
        resident.page().locator("details.more summary").click();
        return page.fill("title", TITLE, "content", "桥头第三盏路灯三天没亮了，老人晚上出门容易摔跤。")
                .fill("region", District.COMMUNITY, "place", "桥头菜市场旁", "files", "路灯.jpg")
                .fill("phone", "13800000000", "person", "居民甲")
                .raise();
    }

    private static void reported(Town town) {
        var desk = DeskScreen.open(town.officer("community"), "todo");
        assertThat(desk.count("todo")).isPositive();
        desk.window().photograph("desk");
        var order = desk.open(TITLE);
        assertThat(order.facts()).contains("居**", "138****0000");
        order.perform("survey", "findings", "灯头烧坏，内部说明。", "files", "现场.jpg");
        order.window().photograph("order-triage");
        order.perform("report", "reasonable", "urgent", "category", "infrastructure.streetlight");
        assertThat(order.confirmation()).contains("“当天上报街道”已完成。");
        assertThat(order.status()).isEqualTo("待街道签收");
        assertThat(order.allowedActions()).isEmpty();
    }

    private static void signed(Town town) {
        var order = DeskScreen.open(town.officer("street"), "todo").open(TITLE);
        order.perform("sign", "words", "已经收到，马上安排。");
        assertThat(order.status()).isEqualTo("街道梳理");
    }

    private static void dispatched(Town town) {
        var order = DeskScreen.open(town.officer("street"), "todo").open(TITLE);
        var form = order.choose("dispatch");
        assertThat(form.value("department")).isEqualTo("city-management");
        order.window().photograph("order-dispatch");
        form.fill("agreed-with", "已与城管局对接", "note", "内部说明").send();
        assertThat(order.status()).isEqualTo("待部门接单");
    }

    private static void acceptedAndAnswered(Town town) {
        var order = DeskScreen.open(town.officer("department"), "todo").open(TITLE);
        assertThat(order.clock("当天回应群众")).contains("今天 17:30 前");
        order.perform("accept", "difficulty", "ordinary");
        assertThat(order.clock("办结")).contains("11月19日 17:30 前（还有 3 个工作日）");
        assertThat(order.blockedActions()).contains("办结：还没有答复群众，请先“当天答复群众”。");
        order.perform("answer", "words", "明天上午来修，请放心。");
        assertThat(order.clock("当天回应群众")).isEmpty();
    }

    private static void finished(Town town) {
        var order = DeskScreen.open(town.officer("department"), "todo").open(TITLE);
        order.perform("progress", "note", "灯头到货，内部说明");
        order.attempt("finish", "result", "换了灯头和线路，已经亮了。");
        assertThat(order.refusals()).containsExactly("请填写“照片和附件”。");
        order.perform("finish", "files", "修好了.jpg");
        assertThat(order.status()).isEqualTo("待评单");
    }

    private static void calledBack(Town town) {
        var order = DeskScreen.open(town.officer("community"), "todo").open(TITLE);
        order.perform("record-rating", "contact", "phone", "rating", "satisfied", "rating-words", "很快就亮了");
        assertThat(order.status()).isEqualTo("办结已评");
        assertThat(order.rings()).containsExactly("done", "done", "done", "done", "skipped", "done");
        order.window().photograph("order-closed");
    }
}
