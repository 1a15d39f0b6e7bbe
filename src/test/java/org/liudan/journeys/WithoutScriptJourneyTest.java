package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;

import org.junit.jupiter.api.Test;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.TrackingCode;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** All actions of a resident work without JavaScript. */
@JourneyTest
class WithoutScriptJourneyTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    TrackingCodes codes;

    @Autowired
    OrderDesk desk;

    @Test
    void a_resident_raises_tracks_remarks_and_rates_without_script(Town town) {
        // given a browser without script
        clock.set("2026-11-16T09:00");
        var resident = town.residentWithoutScript();
        resident.open("/");
        resident.click(resident.page().locator("main a[href='/raise']"));
        // when the resident raises, at first without a place
        var page = new RaiseScreen(resident).fill("content", "健身器材松动", "files", "器材.jpg");
        assertThat(page.raiseIncomplete().reasons()).containsExactly("请填写“所在村（社区）”。");
        assertThat(page.value("content")).isEqualTo("健身器材松动");
        assertThat(page.hints()).contains("已收到 1 个文件，不用重新选择。不要的，去掉勾。");
        var track = page.fill("region", District.COMMUNITY).raise();
        var code = track.code();
        assertThat(resident.button("复制查询码").isVisible()).isFalse();
        // and follows the order and adds a remark
        track = TrackScreen.find(
                resident, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        track.remark("在小广场东边");
        assertThat(track.confirmation()).isEqualTo("已补充，办理单位会看到。");
        assertThat(track.history().get(0)).contains("补充说明", "您", "在小广场东边");
        assertThat(track.photos()).containsExactly("器材.jpg");
        // and the community solves it
        var order = desk.find(codes.find(TrackingCode.parse(code).orElseThrow()).orElseThrow())
                .orElseThrow();
        people.does(
                CLERK,
                "solve",
                order,
                "reasonable",
                "urgent",
                "category",
                "infrastructure.public-facilities",
                "result",
                "已经拧紧。");
        // then the resident rates it
        track.reload().rate("satisfied", "很快");
        assertThat(track.confirmation()).isEqualTo("谢谢您的评价。");
        assertThat(track.status()).isEqualTo("办结已评");
    }

    @Test
    void an_officer_can_act_without_script_too(Town town) {
        // given
        clock.set("2026-11-16T09:00");
        var order = people.raised("没有脚本也能办的单");
        var clerk = town.residentWithoutScript();
        SignInScreen.open(clerk).enter("community", District.PASSWORD);
        // when
        var page = DeskScreen.open(clerk, "todo").open("没有脚本也能办的单");
        clerk.click(clerk.page().locator(".can a[href*='do=survey#']"));
        page.perform("survey", "findings", "看过了");
        // then
        assertThat(page.history().get(0)).contains("现场查看", "看过了");
        assertThat(town.track(order).history()).hasSize(1);
    }
}
