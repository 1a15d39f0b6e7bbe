package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.EventLog;
import org.liudan.testing.District;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 网格巡查: a patrol on a phone, also offline. */
@JourneyTest
class PatrolJourneyTest {

    private static final Actor CLERK = Play.officer(District.COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(District.COMMUNITY + ".secretary");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @Autowired
    EventLog events;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void set_the_clock_to_a_morning() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void visits_noted_offline_are_sent_once_and_in_order_with_photo_and_position(Town town) {
        // given a patrol on a phone that goes offline and is closed and opened again
        var first = plan("先去的线路");
        var second = plan("后去的线路");
        var phone = town.phone("community").open();
        phone.window().photograph("patrol-list");
        phone.goOffline().reopen();
        assertThat(phone.window().text("#signal")).startsWith("没有信号");

        // when a visit is begun, the page is closed in between, and the visit is finished
        phone.begin("先去的线路", "登记巡查").reach("小区东门");
        phone.fill("looked-at", "fire", "is-found", "true", "danger", "楼道停放电动车充电", "danger-at", "3 栋");
        phone.fill("photos", "隐患.jpg");
        assertThat(phone.photos()).isEqualTo(1);
        phone.window().inspect();
        phone.window().photograph("patrol-visit");
        phone.reopen();
        assertThat(phone.value("danger")).isEqualTo("楼道停放电动车充电");
        assertThat(phone.value("stops")).contains("小区东门");
        assertThat(phone.photos()).isEqualTo(1);
        assertThat(phone.checkedIn()).contains("109.990100,27.110100");
        phone.finish();

        // and another visit follows
        phone.begin("后去的线路", "登记巡查")
                .fill("stops", "配电房", "looked-at", "electricity", "is-found", "false")
                .finish();
        assertThat(phone.unsent()).hasSize(2);
        assertThat(visits(first)).isZero();

        // then both visits are on the server once the phone is online, in order, and the hazard has photo and position
        play.at("2026-11-16T11:40");
        phone.goOnline().waitUntilSent(2);
        assertThat(phone.unsent()).isEmpty();
        assertThat(phone.sent().get(1)).contains("先去的线路", "11:40 收到", "已生成隐患整改销号");
        phone.window().photograph("patrol-sent");
        assertThat(visits(first)).isEqualTo(1);
        assertThat(visits(second)).isEqualTo(1);
        assertThat(position(first)).isLessThan(position(second));
        var visit = events.of(first.id()).get(1);
        assertThat(visit.answers()).containsKey("noted-at").containsEntry("noted-where", "109.990100,27.110100");
        play.at("2026-11-16T11:41");
        var hazard = play.now(play.child(first, "danger"));
        assertThat(hazard.text("content")).isEqualTo("楼道停放电动车充电");
        assertThat(hazard.text("point")).isEqualTo("109.990100,27.110100");
        assertThat(jdbc.sql("select count(*) from order_attachment where order_id = :id and type = 'image/jpeg'")
                        .param("id", hazard.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_lost_response_does_not_record_the_visit_twice(Town town) {
        var plan = plan("答复丢失的线路");
        var phone = town.phone("community").open().goOffline();
        phone.begin("答复丢失的线路", "登记巡查")
                .fill("stops", "配电房", "looked-at", "fire", "is-found", "true", "danger", "私拉电线", "danger-at", "1 栋")
                .finish();
        phone.network().loseNextResponse();
        phone.goOnline();
        phone.page().waitForCondition(phone.network()::hasLostResponse);
        phone.waitUntilSent(1);
        assertThat(phone.sent().get(0)).contains("已生成隐患整改销号");
        assertThat(visits(plan)).isEqualTo(1);
        assertThat(play.children(plan)).hasSize(1);
    }

    @Test
    void concurrent_changes_are_shown_and_not_silently_overwritten(Town town) {
        // given a point that is patrolled offline, and meanwhile by somebody else who reports a change
        var slope = slope("村部后山");
        var phone = town.phone("community").open().goOffline();
        phone.begin("村部后山", "登记巡查")
                .fill("state", "stable", "findings", "坡面无新裂缝")
                .finish();
        play.does(SECRETARY, "patrol", slope, "state", "changing", "findings", "坡脚渗水");

        // when the visit is sent
        phone.goOnline();
        phone.page().locator("[data-part=unsent] .light.red").waitFor();
        assertThat(phone.unsent()).singleElement().asString().contains("要处理", "“现状”已被改动：您看到时是“未填写”，现在是“有变形”");
        phone.window().complaints().removeIf(complaint -> complaint.endsWith("/patrol/visits answered 409"));

        // then it is reviewed, corrected and recorded
        phone.openUnsent("村部后山");
        assertThat(phone.reasons()).singleElement().asString().contains("有变形");
        phone.window().photograph("patrol-conflict");
        phone.fill("state", "changing").finish().waitUntilSent(1);
        assertThat(play.now(slope).text("state")).isEqualTo("changing");
        assertThat(visits(slope)).isEqualTo(2);
    }

    @Test
    void a_visit_that_is_finally_refused_is_set_aside_with_a_reason_and_stored(Town town) {
        var plan = plan("停止的线路");
        var phone = town.phone("community").open().goOffline();
        phone.begin("停止的线路", "登记巡查")
                .fill("stops", "配电房", "looked-at", "fire", "is-found", "false", "photos", "现场.jpg")
                .finish();
        play.does(SECRETARY, "end", plan, "reason", "小区拆迁");
        phone.goOnline();
        phone.page().locator("[data-part=unsent] .light.red").waitFor();
        phone.window().complaints().removeIf(complaint -> complaint.endsWith("/patrol/visits answered 409"));
        phone.openUnsent("停止的线路");
        var aside = phone.page().locator("[data-part=aside]");
        aside.locator("textarea").fill("计划已停止，只作记录");
        aside.locator("button").click();
        phone.waitUntilSent(1);
        assertThat(phone.unsent()).isEmpty();
        var secretary = town.officer("community-secretary");
        secretary.open("/patrol/aside");
        assertThat(secretary.text("main")).contains("停止的线路", "计划已停止，只作记录", "到达点位：配电房");
        assertThat(secretary.page().locator(".photos img").count()).isEqualTo(1);
        assertThat(visits(plan)).isZero();
    }

    @Test
    void the_next_account_on_the_phone_neither_sees_nor_sends_the_visits_of_another(Town town) {
        var plan = plan("别人的线路");
        var phone = town.phone("community").open().goOffline();
        phone.begin("别人的线路", "登记巡查")
                .fill("stops", "配电房", "looked-at", "fire", "is-found", "false")
                .finish();
        phone.page().route("**/patrol/visits", route -> route.abort());
        phone.goOnline();
        var asked = new ArrayList<String>();
        phone.page().onceDialog(dialog -> {
            asked.add(dialog.message());
            dialog.accept();
        });
        signOut(phone);
        assertThat(asked).singleElement().asString().startsWith("这部手机上还有没发送的走访记录");
        phone.page().unroute("**/patrol/visits");
        SignInScreen.open(phone.window()).enter("community-secretary", District.PASSWORD);
        phone.open();
        assertThat(phone.unsent()).isEmpty();
        assertThat(visits(plan)).isZero();
        signOut(phone);
        SignInScreen.open(phone.window()).enter("community", District.PASSWORD);
        phone.open().waitUntilSent(1);
        assertThat(visits(plan)).isEqualTo(1);
    }

    @Test
    void the_phone_reports_faults_before_the_visit_is_queued(Town town) {
        var plan = plan("没写隐患的线路");
        var phone = town.phone("community").open();
        phone.page()
                .waitForCondition(() -> phone.window().text("[data-part=age]").matches("手机上有.*没有信号可用到.*"));
        phone.goOffline();
        phone.begin("没写隐患的线路", "登记巡查").fill("stops", "配电房", "looked-at", "fire", "is-found", "true", "people", "三个");
        phone.form().locator("button.main").click();
        phone.page().waitForCondition(() -> phone.reasons().equals(List.of("请填 1 到 999 之间的整数。")));
        phone.fill("people", "3").form().locator("button.main").click();
        phone.page().waitForCondition(() -> phone.reasons().equals(List.of("发现隐患的，请写明隐患情况和位置。")));
        phone.window().photograph("patrol-refused");
        phone.fill("danger", "私拉电线", "danger-at", "1 栋").finish();
        phone.goOnline().waitUntilSent(1);
        assertThat(visits(plan)).isEqualTo(1);
    }

    private static void signOut(Phone phone) {
        phone.page().locator(".menu summary").click();
        phone.window().click(phone.window().button("退出登录"));
    }

    private int visits(Order subject) {
        return play.now(subject).did().getOrDefault("patrol", 0);
    }

    private long position(Order subject) {
        return jdbc.sql("select position from order_event where order_id = :id and action = 'patrol'")
                .param("id", subject.id())
                .query(Long.class)
                .single();
    }

    private Order plan(String title) {
        return play.raises(
                "patrols",
                CLERK,
                "enter",
                "code",
                "JXC-" + NUMBERS.incrementAndGet(),
                "title",
                title,
                "kind",
                "safety",
                "region",
                District.COMMUNITY,
                "route",
                "小区东门\n配电房",
                "keeper",
                "网格员甲",
                "often",
                "half-month");
    }

    private Order slope(String title) {
        return play.raises(
                "hazard-points",
                CLERK,
                "enter",
                Filled.slope("JDZ-" + NUMBERS.incrementAndGet(), District.COMMUNITY, "title", title, "place", title));
    }
}
