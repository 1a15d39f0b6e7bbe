package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** “街道吹哨、部门报到、接诉即办”的“1+N”工作体系：“1”个乡镇（街道）牵头，“N”个部门协调联动。 */
@DistrictTest
class WhistleTest {

    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Play.officer(STREET + ".secretary");
    private static final Actor COMMUNITY_CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor LEADER = Play.officer("leader-1.leader");
    private static final Actor CITY = Play.officer("city-management.handler");
    private static final Actor MARKET = Play.officer("market.handler");
    private static final Actor FIRE = Play.officer("fire.handler");
    private static final List<String> THREE = List.of("city-management", "market", "fire");

    @Autowired
    Play play;

    @BeforeEach
    void monday() {
        play.at("2026-11-16T09:00");
    }

    /** “相关市直部门均按时‘报到’且及时进行了处置，有效解决了涉及多个部门、职能职责交叉的急难愁盼” */
    @Test
    void a_street_whistles_three_departments_report_in_share_the_work_finish_and_are_judged() {
        var whistle = whistled("work");
        assertThat(play.holder(whistle)).isEqualTo(STREET + ".secretary");
        play.does(HEAD_OF_STREET, "approve", whistle);
        assertThat(play.children(whistle)).extracting(Child::unit).isEqualTo(THREE);
        var city = play.childOf(whistle, "city-management");
        assertThat(play.holder(city)).isEqualTo("city-management.handler");
        // 工作哨: three working days, the day of receipt not counted
        assertThat(play.due(city, "report-in")).isEqualTo("2026-11-19T17:30");

        reportIn(whistle, CITY);
        assertThat(play.refusal(COMMUNITY_CLERK, "divide", whistle, "lead", "city-management", "division", "x"))
                .contains("reason.required");
        reportIn(whistle, MARKET);
        assertThat(play.step(whistle)).isEqualTo("gathering");
        reportIn(whistle, FIRE);
        assertThat(play.step(whistle)).isEqualTo("dividing");
        assertThat(play.holder(city)).isEqualTo(STREET + ".dispatcher");

        divide(whistle);
        assertThat(play.now(city).text("division")).contains("城管清退");
        assertThat(play.due(city, "handle")).isEqualTo("2026-11-23T17:30");
        assertThat(play.holder(city)).isEqualTo("city-management.handler");

        finishAndJudge(city, CITY, "good");
        finishAndJudge(play.childOf(whistle, "market"), MARKET, "fair");
        assertThat(play.step(whistle)).isEqualTo("working");
        finishAndJudge(play.childOf(whistle, "fire"), FIRE, "good");
        assertThat(play.step(whistle)).isEqualTo("closing");
        assertThat(play.holder(whistle)).isEqualTo(STREET + ".secretary");
        var closed = play.does(HEAD_OF_STREET, "close", whistle, "result", "占道摊点清退，消防通道恢复畅通。");
        assertThat(closed.closed()).contains("done");
        assertThat(play.now(city).text("quality")).isEqualTo("good");
        play.holds();
    }

    @Test
    void a_hard_problem_needs_a_district_leader_and_gives_five_working_days() {
        var whistle = whistled("hard");
        play.does(HEAD_OF_STREET, "approve", whistle);
        assertThat(play.children(whistle)).isEmpty();
        assertThat(play.holder(whistle)).isEqualTo("leader-1.leader");
        play.does(LEADER, "approve-hard", whistle);
        assertThat(play.due(whistle, "gather")).isEqualTo("2026-11-23T17:30");
        assertThat(play.due(play.childOf(whistle, "fire"), "report-in")).isEqualTo("2026-11-23T17:30");
        play.holds();
    }

    /** “建立健全‘小区吹哨、部门报到’的联动机制” */
    @Test
    void a_compound_whistles_and_the_street_takes_it_up() {
        var whistle = play.raises(
                "whistle",
                COMMUNITY_CLERK,
                "compound-whistle",
                "compound",
                "彩色水泥厂生活小区",
                "content",
                "充电桩私拉电线，存在火灾隐患",
                "region",
                COMMUNITY,
                "place",
                "3 栋楼下");
        assertThat(play.holder(whistle)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(whistle, "receive")).isEqualTo("2026-11-16T17:30");
        play.does(DISPATCHER, "take-up", whistle, "kind", "work", "departments", List.of("fire"), "lead", "fire");
        play.does(HEAD_OF_STREET, "approve", whistle);
        assertThat(play.holder(play.childOf(whistle, "fire"))).isEqualTo("fire.handler");
        play.holds();
    }

    @Test
    void the_person_who_whistled_may_not_approve() {
        var whistle = whistled("work");
        var same = new Actor.Officer(STREET, "secretary", "at-" + STREET + ".dispatcher");
        assertThat(play.refusal(same, "approve", whistle)).containsExactly("reason.other-eyes");
    }

    @Test
    void a_department_that_does_not_come_is_late_alone_and_does_not_hold_up_the_others() {
        var whistle = whistled("work");
        play.does(HEAD_OF_STREET, "approve", whistle);
        assertThat(play.refusal(DISPATCHER, "divide", whistle, "lead", "fire", "division", "x", "days", "5"))
                .containsExactly("还没有部门报到，不能分工。");
        reportIn(whistle, CITY);
        reportIn(whistle, MARKET);
        play.at("2026-11-20T18:00");
        assertThat(play.children(whistle))
                .extracting(Child::unit, Child::late)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("city-management", false),
                        org.assertj.core.groups.Tuple.tuple("market", false),
                        org.assertj.core.groups.Tuple.tuple("fire", true));
        divide(whistle);
        var fire = play.childOf(whistle, "fire");
        assertThat(play.step(fire)).isEqualTo("called");
        reportIn(whistle, FIRE);
        assertThat(play.step(fire)).isEqualTo("working");
        play.holds();
    }

    @Test
    void a_department_that_did_poorly_does_it_again_once() {
        var whistle = whistled("work");
        play.does(HEAD_OF_STREET, "approve", whistle);
        reportIn(whistle, CITY);
        divide(whistle);
        var city = play.childOf(whistle, "city-management");
        finishAndJudge(city, CITY, "poor");
        assertThat(play.step(city)).isEqualTo("working");
        finishAndJudge(city, CITY, "poor");
        assertThat(play.now(city).closed()).contains("done");
        assertThat(play.now(city).counts()).containsEntry("reworks", 2);
        play.holds();
    }

    @Test
    void calling_it_off_ends_what_the_departments_had_to_do() {
        var whistle = whistled("work");
        play.does(HEAD_OF_STREET, "approve", whistle);
        reportIn(whistle, CITY);
        play.does(HEAD_OF_STREET, "call-off", whistle, "reason", "摊主已自行搬离");
        assertThat(play.now(whistle).closed()).contains("withdrawn");
        assertThat(play.children(whistle)).noneMatch(Child::open);
        play.holds();
    }

    private Order whistled(String kind) {
        return play.raises(
                "whistle",
                DISPATCHER,
                "whistle",
                "kind",
                kind,
                "content",
                "农贸市场周边占道经营，堵塞消防通道",
                "region",
                COMMUNITY,
                "place",
                "萝卜湾农贸市场北门",
                "departments",
                THREE,
                "lead",
                "city-management");
    }

    private void reportIn(Order whistle, Actor who) {
        var part = play.childOf(whistle, ((Actor.Officer) who).unit());
        play.does(who, "report-in", part, "arrived", "2026-11-16T10:30", "where", "市场北门", "led-by", "中队长");
    }

    private void divide(Order whistle) {
        play.does(
                DISPATCHER,
                "divide",
                whistle,
                "lead",
                "city-management",
                "division",
                "城管清退占道摊点；市监检查证照；消防画线并宣传。",
                "days",
                "5");
    }

    private void finishAndJudge(Order part, Actor who, String quality) {
        play.does(who, "finish", part, "result", "已完成", "files", List.of("x"));
        assertThat(play.holder(part)).isEqualTo(STREET + ".dispatcher");
        play.does(DISPATCHER, "judge", part, "on-time", "true", "quality", quality);
    }
}
