package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.Actor;
import org.liudan.engine.Child;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** “街道吹哨、部门报到、接诉即办”的“1+N”工作体系：“1”个乡镇（街道）牵头，“N”个部门协调联动。 */
@DistrictTest
class WhistleTest {

    private static final Actor DISPATCHER = Scene.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Scene.officer(STREET + ".secretary");
    private static final Actor COMMUNITY_CLERK = Scene.officer(COMMUNITY + ".clerk");
    private static final Actor LEADER = Scene.officer("leader-1.leader");
    private static final Actor CITY = Scene.officer("city-management.handler");
    private static final Actor MARKET = Scene.officer("market.handler");
    private static final Actor FIRE = Scene.officer("fire.handler");
    private static final List<String> THREE = List.of("city-management", "market", "fire");

    @Autowired
    ApplicationContext context;

    private Scene play;

    @BeforeEach
    void monday() {
        play = new Scene(context).at("2026-11-16T09:00");
    }

    /** “相关市直部门均按时‘报到’且及时进行了处置，有效解决了涉及多个部门、职能职责交叉的急难愁盼” */
    @Test
    void a_street_whistles_three_departments_report_in_share_the_work_finish_and_are_judged() {
        long whistle = whistled("work");
        assertThat(play.holder(whistle)).isEqualTo(STREET + ".secretary");
        play.does(whistle, HEAD_OF_STREET, "approve");
        assertThat(play.children(whistle)).extracting(Child::unit).isEqualTo(THREE);
        long city = play.child(whistle, "city-management");
        assertThat(play.holder(city)).isEqualTo("city-management.handler");
        // 工作哨: three working days, the day of receipt not counted
        assertThat(play.due(city, "report-in")).isEqualTo("2026-11-19T17:30");

        reportIn(whistle, CITY);
        assertThat(play.refused(whistle, COMMUNITY_CLERK, "divide", "lead", "city-management", "division", "x"))
                .contains("reason.required");
        reportIn(whistle, MARKET);
        assertThat(play.step(whistle)).isEqualTo("gathering");
        reportIn(whistle, FIRE);
        assertThat(play.step(whistle)).isEqualTo("dividing");
        assertThat(play.holder(city)).isEqualTo(STREET + ".dispatcher");

        divide(whistle);
        assertThat(play.order(city).text("division")).contains("城管清退");
        assertThat(play.due(city, "handle")).isEqualTo("2026-11-23T17:30");
        assertThat(play.holder(city)).isEqualTo("city-management.handler");

        finishAndJudge(city, CITY, "good");
        finishAndJudge(play.child(whistle, "market"), MARKET, "fair");
        assertThat(play.step(whistle)).isEqualTo("working");
        finishAndJudge(play.child(whistle, "fire"), FIRE, "good");
        assertThat(play.step(whistle)).isEqualTo("closing");
        assertThat(play.holder(whistle)).isEqualTo(STREET + ".secretary");
        var closed = play.does(whistle, HEAD_OF_STREET, "close", "result", "占道摊点清退，消防通道恢复畅通。");
        assertThat(closed.closed()).contains("done");
        assertThat(play.order(city).text("quality")).isEqualTo("good");
        play.isSound();
    }

    @Test
    void a_hard_problem_needs_a_district_leader_and_gives_five_working_days() {
        long whistle = whistled("hard");
        play.does(whistle, HEAD_OF_STREET, "approve");
        assertThat(play.children(whistle)).isEmpty();
        assertThat(play.holder(whistle)).isEqualTo("leader-1.leader");
        play.does(whistle, LEADER, "approve-hard");
        assertThat(play.due(whistle, "gather")).isEqualTo("2026-11-23T17:30");
        assertThat(play.due(play.child(whistle, "fire"), "report-in")).isEqualTo("2026-11-23T17:30");
        play.isSound();
    }

    /** “建立健全‘小区吹哨、部门报到’的联动机制” */
    @Test
    void a_compound_whistles_and_the_street_takes_it_up() {
        long whistle = play.raises(
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
        play.does(whistle, DISPATCHER, "take-up", "kind", "work", "departments", List.of("fire"), "lead", "fire");
        play.does(whistle, HEAD_OF_STREET, "approve");
        assertThat(play.holder(play.child(whistle, "fire"))).isEqualTo("fire.handler");
        play.isSound();
    }

    @Test
    void whoever_whistled_does_not_approve_it() {
        long whistle = whistled("work");
        var same = new Actor.Officer(STREET, "secretary", "at-" + STREET + ".dispatcher");
        assertThat(play.refused(whistle, same, "approve")).containsExactly("reason.other-eyes");
    }

    @Test
    void a_department_that_does_not_come_is_late_alone_and_does_not_hold_up_the_others() {
        long whistle = whistled("work");
        play.does(whistle, HEAD_OF_STREET, "approve");
        assertThat(play.refused(whistle, DISPATCHER, "divide", "lead", "fire", "division", "x", "days", "5"))
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
        long fire = play.child(whistle, "fire");
        assertThat(play.step(fire)).isEqualTo("called");
        reportIn(whistle, FIRE);
        assertThat(play.step(fire)).isEqualTo("working");
        play.isSound();
    }

    @Test
    void a_department_that_did_poorly_does_it_again_once() {
        long whistle = whistled("work");
        play.does(whistle, HEAD_OF_STREET, "approve");
        reportIn(whistle, CITY);
        divide(whistle);
        long city = play.child(whistle, "city-management");
        finishAndJudge(city, CITY, "poor");
        assertThat(play.step(city)).isEqualTo("working");
        finishAndJudge(city, CITY, "poor");
        assertThat(play.order(city).closed()).contains("done");
        assertThat(play.order(city).counts()).containsEntry("reworks", 2);
        play.isSound();
    }

    @Test
    void calling_it_off_ends_what_the_departments_had_to_do() {
        long whistle = whistled("work");
        play.does(whistle, HEAD_OF_STREET, "approve");
        reportIn(whistle, CITY);
        play.does(whistle, HEAD_OF_STREET, "call-off", "reason", "摊主已自行搬离");
        assertThat(play.order(whistle).closed()).contains("withdrawn");
        assertThat(play.children(whistle)).noneMatch(Child::open);
        play.isSound();
    }

    private long whistled(String kind) {
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

    private void reportIn(long whistle, Actor who) {
        long part = play.child(whistle, ((Actor.Officer) who).unit());
        play.does(part, who, "report-in", "arrived", "2026-11-16T10:30", "where", "市场北门", "led-by", "中队长");
    }

    private void divide(long whistle) {
        play.does(
                whistle,
                DISPATCHER,
                "divide",
                "lead",
                "city-management",
                "division",
                "城管清退占道摊点；市监检查证照；消防画线并宣传。",
                "days",
                "5");
    }

    private void finishAndJudge(long part, Actor who, String quality) {
        play.does(part, who, "finish", "result", "已完成", "files", List.of("x"));
        assertThat(play.holder(part)).isEqualTo(STREET + ".dispatcher");
        play.does(part, DISPATCHER, "judge", "on-time", "true", "quality", quality);
    }
}
