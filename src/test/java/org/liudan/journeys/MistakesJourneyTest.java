package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A mistake is explained in plain words, together with what can be done about it. */
@JourneyTest
class MistakesJourneyTest {

    private static final String UNKNOWN = "2222-2222-2222-2222";

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Test
    void an_empty_form_lists_the_missing_fields_and_links_to_them(Town town) {
        clock.set("2026-11-16T09:00");
        var faults = RaiseScreen.open(town.resident()).raiseIncomplete();
        assertThat(faults.heading()).isEqualTo("还没有提交成功，请看下面");
        assertThat(faults.inFocus()).isTrue();
        assertThat(faults.reasons()).containsExactly("请填写“反映内容”。", "请填写“所在村（社区）”。");
        assertThat(faults.follow(0)).isEqualTo("f-content");
        assertThat(faults.follow(1)).isEqualTo("f-region");
        faults.window().photograph("raise-faults");
    }

    @Test
    void an_empty_form_lists_the_missing_fields_in_english_too(Town town) {
        clock.set("2026-11-16T09:00");
        var resident = town.resident();
        RaiseScreen.open(resident);
        resident.click(resident.button("English"));
        var faults = new RaiseScreen(resident).raiseIncomplete();
        assertThat(faults.heading()).isEqualTo("Not submitted yet. See below");
        assertThat(faults.inFocus()).isTrue();
        assertThat(faults.reasons()).containsExactly("Fill in “What it is about”.", "Fill in “Community”.");
        assertThat(faults.follow(1)).isEqualTo("f-region");
        assertThat(resident.page().locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void values_are_kept_when_a_form_has_faults(Town town) {
        clock.set("2026-11-16T09:00");
        var page = RaiseScreen.open(town.resident());
        var faults = page.fill("content", "路面塌陷", "phone", "12345", "files", "路面.jpg", "region", District.COMMUNITY)
                .raiseIncomplete();
        assertThat(faults.reasons()).containsExactly("电话号码不对。请填 11 位手机号，或带区号的座机号。");
        assertThat(faults.follow(0)).isEqualTo("f-phone");
        var track = page.fill("phone", "13700001111").raise();
        assertThat(track.photos()).containsExactly("路面.jpg");
        assertThat(track.content()).isEqualTo("路面塌陷");
    }

    @Test
    void a_wrong_tracking_code_is_reported_and_too_many_must_wait(Town town) {
        // given an earlier day than all other tests, because the attempts are counted for ten minutes
        clock.set("2026-11-02T09:00");
        var order = people.raised("查询码测试");
        var resident = town.resident();
        // when
        for (int tries = 0; tries < 10; tries++) {
            TrackScreen.find(resident, UNKNOWN);
            assertThat(resident.text(".wrong-why")).isEqualTo("没有找到这个查询码，请核对后再试。");
        }
        TrackScreen.find(resident, UNKNOWN);
        // then
        assertThat(resident.text("main h1")).isEqualTo("试得太多了");
        assertThat(resident.open("/track/" + town.codeOf(order))).isEqualTo(429);
        clock.set("2026-11-02T09:11");
        assertThat(resident.open("/track/" + town.codeOf(order))).isEqualTo(200);
    }

    @Test
    void of_two_concurrent_officers_the_second_sees_the_action_of_the_first(Town town) {
        // given two officers with the same order open
        clock.set("2026-11-16T09:00");
        var order = people.raised("两人同时派单");
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "environment.noise");
        people.does(DISPATCHER, "sign", order);
        var first = town.order("street", order);
        var second = town.order("street-secretary", order);
        // when both dispatch
        first.perform("dispatch", "department", "environment");
        second.attempt("dispatch", "department", "city-management");
        // then the first succeeds, and the second is informed and sees the result
        assertThat(second.refusals()).containsExactly("这件事刚刚有了变化，现在处于“待部门接单”，不能再“派单”。请看下面的办理记录。");
        assertThat(second.status()).isEqualTo("待部门接单");
        assertThat(second.history().get(0)).contains("派单", "河滨路街道 跟单员", "市生态环境局洪江区分局");
        assertThat(second.window().shows("form[action$='/actions/dispatch']")).isFalse();
        assertThat(second.history()).filteredOn(line -> line.startsWith("派单")).hasSize(1);
    }

    @Test
    void a_wrong_password_is_reported_and_a_missing_page_links_home(Town town) {
        clock.set("2026-11-16T09:00");
        var stranger = town.resident();
        var signIn = SignInScreen.open(stranger);
        signIn.enter("inspector", "wrong");
        assertThat(signIn.fault()).isEqualTo("账号或密码不对。连续错 5 次会锁定 15 分钟。");
        signIn.enter("inspector", District.PASSWORD);
        assertThat(stranger.page().url()).endsWith("/desk");
        assertThat(stranger.open("/orders/20261116-999999")).isEqualTo(404);
        assertThat(stranger.text("main h1")).isEqualTo("没有找到");
    }
}
