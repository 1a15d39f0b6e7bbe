package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** “只有真正走进吸毒人员的内心,了解他们的真实需求,有针对性地开展帮扶帮教,才能带他们走出困境,走向希望” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class RecoveryTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor POLICE = Play.handler("police");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void in_spring() {
        play.at("2026-05-06T09:00");
    }

    /** “制订了一套戒毒计划”; “持续数月的真诚帮扶” */
    @Test
    void a_plan_is_made_in_a_week_and_a_visit_in_every_month() {
        var somebody = received();
        assertThat(play.holder(somebody)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(somebody, "plan")).isEqualTo("2026-05-12T17:30");
        play.does(CLERK, "plan", somebody, "plan", "三个月内每周谈心一次");
        assertThat(play.due(somebody, "visit")).isEqualTo("2026-05-29T17:30");
        visit(somebody);
        assertThat(play.due(somebody, "visit")).isEqualTo("2026-06-30T17:30");
        play.at("2026-07-14T09:00");
        assertThat(play.now(somebody).clock("visit").orElseThrow().escalated()).isEqualTo(2);
        play.holds();
    }

    /** “一个月后,他再次因吸毒被公安机关查获并被责令戒毒。后,制订了一套戒毒计划” */
    @Test
    void after_a_relapse_a_new_plan_is_made_and_only_the_police_may_release() {
        var somebody = planned();
        visit(somebody);
        play.does(POLICE, "test", somebody, "result", "positive");
        assertThat(play.step(somebody)).isEqualTo("received");
        assertThat(play.now(somebody).counts()).containsEntry("relapses", 1);
        play.does(CLERK, "plan", somebody, "plan", "净化朋友圈，心理辅导");
        play.does(SECRETARY, "begin-recovery", somebody, "reason", "三次检测阴性");
        assertThat(play.refusal(SECRETARY, "release", somebody, "reason", "满三年"))
                .containsExactly("reason.not-yours");
        play.does(POLICE, "release", somebody, "reason", "满三年");
        assertThat(play.now(somebody).closed()).contains("done");
    }

    @Test
    void recovery_does_not_begin_before_anybody_was_visited() {
        var somebody = planned();
        assertThat(play.refusal(SECRETARY, "begin-recovery", somebody, "reason", "阴性"))
                .containsExactly("还没有走访过，不能转入康复。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "community-secretary", "handler-police"})
    void the_holder_and_the_named_readers_see_the_subject(String account) {
        var somebody = received();
        var list = get(account, "/registers/recovery?q=" + somebody.text("code"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains(play.number(somebody));
    }

    /** The register is confidential: nobody else finds a subject in a list, in a count or by its number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "street",
                "street-secretary",
                "leader",
                "inspector",
                "discipline",
                "head-police",
                "clerk-431271001002",
                "department",
                "administrator"
            })
    void nobody_else_sees_the_subject_in_lists_or_counts(String account) {
        var somebody = received();
        assertThat(get(account, "/orders/" + play.number(somebody)).status()).isIn(403, 404);
        var list = get(account, "/registers/recovery");
        assertThat(list.body()).doesNotContain(play.number(somebody), somebody.text("code"));
        // other communities have a list of their own subjects, which is empty; everybody else has no list
        assertThat(list.status() != 200 || list.body().contains("共 0 "))
                .as(list.status() + " " + list.body())
                .isTrue();
        assertThat(get(account, "/registers/recovery.xlsx").body()).doesNotContain(somebody.text("code"));
        assertThat(get(account, "/registers").body()).doesNotContain(somebody.text("code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "street",
                "street-secretary",
                "leader",
                "inspector",
                "discipline",
                "head-police",
                "department",
                "office"
            })
    void people_without_access_do_not_even_see_the_name_of_the_register(String account) {
        received();
        assertThat(get(account, "/registers").body()).doesNotContain("戒毒");
        assertThat(get(account, "/registers/recovery").status()).isEqualTo(404);
    }

    /** A request to another unit doesn't say whom it is for. */
    @Test
    void an_order_for_a_need_does_not_tell_where_it_comes_from() {
        var somebody = planned();
        play.does(CLERK, "raise-need", somebody, "need", "有一名居民想找物业保安的工作");
        play.at("2026-05-06T10:00");
        var order = play.child(somebody, "need");
        assertThat(play.now(order).fields()).doesNotContainKeys("person", "phone", "title");
        var page = get("street", "/orders/" + play.number(order));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("物业保安").doesNotContain("戒毒", somebody.text("code"), play.number(somebody));
    }

    private Browser.Answer get(String account, String path) {
        return new Browser(port).as(account).get(path);
    }

    private void visit(Order somebody) {
        play.does(
                CLERK,
                "visit",
                somebody,
                "how",
                "visit",
                "given",
                List.of("talk", "counselling"),
                "findings",
                "情绪稳定",
                "mood",
                "steady",
                "work",
                "seeking",
                "family",
                "mending");
    }

    private Order planned() {
        return play.does(CLERK, "plan", received(), "plan", "三个月内每周谈心一次");
    }

    private Order received() {
        return play.raises(
                "recovery",
                CLERK,
                "receive",
                "code",
                "KF-" + NUMBERS.incrementAndGet() + "-XH",
                "person",
                "某甲",
                "region",
                COMMUNITY,
                "helper",
                "志愿者一",
                "since",
                "2026-04-01");
    }
}
