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

/** “特别是针对消防、防汛等应急处置事项，实现快速反应，合力应对” */
@DistrictTest
class EmergencyWhistleTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor HEAD_OF_STREET = Play.officer(STREET + ".secretary");
    private static final Actor FIRE = Play.officer("fire.handler");

    @Autowired
    Play play;

    @BeforeEach
    void saturday_night() {
        play.at("2026-11-21T23:30");
    }

    @Test
    void limits_are_minutes_and_run_in_the_night_and_at_the_weekend() {
        var fire = called(List.of("fire", "police"));
        assertThat(play.due(fire, "first")).isEqualTo("2026-11-21T23:40");
        assertThat(play.due(play.childOf(fire, "fire"), "report-in")).isEqualTo("2026-11-21T23:40");
        assertThat(play.holder(play.childOf(fire, "police"))).isEqualTo("police.handler");
    }

    @Test
    void a_whistle_that_nobody_answers_rings_on_and_escalates_automatically() {
        var fire = called(List.of("fire"));
        play.at("2026-11-21T23:40");
        assertThat(play.now(fire).late()).isTrue();
        play.at("2026-11-21T23:45");
        assertThat(escalated(fire)).isEqualTo(1);
        play.at("2026-11-21T23:50");
        assertThat(escalated(fire)).isEqualTo(2);
        // the system calls in the emergency management office, once
        assertThat(play.children(fire)).extracting(Child::unit).containsExactly("fire", "emergency");
        play.at("2026-11-21T23:55").at("2026-11-22T00:00").at("2026-11-22T00:05");
        assertThat(escalated(fire)).isEqualTo(5);
        assertThat(play.children(fire)).hasSize(2);
        reportIn(fire, FIRE);
        play.at("2026-11-22T00:10");
        assertThat(escalated(fire)).isEqualTo(5);
        assertThat(play.holder(fire)).isEqualTo(STREET + ".secretary");
        play.holds();
    }

    /** Nothing is closed before the all-clear, and nobody gives the all-clear while somebody is missing. */
    @Test
    void an_emergency_ends_with_an_all_clear_and_nothing_is_closed_before() {
        var fire = called(List.of("fire", "police"));
        reportIn(fire, FIRE);
        assertThat(play.step(fire)).isEqualTo("on-site");
        var part = play.childOf(fire, "fire");
        assertThat(play.refusal(FIRE, "finish", part, "result", "明火已扑灭")).containsExactly("reason.not-here");
        assertThat(play.refusal(HEAD_OF_STREET, "close", fire, "cause", "电路老化", "result", "好"))
                .containsExactly("reason.not-here");
        assertThat(play.refusal(HEAD_OF_STREET, "all-clear", fire, "note", "已扑灭", "moved", "38", "missing", "1"))
                .containsExactly("还有人员失联，不能解除。");
        play.at("2026-11-21T23:55")
                .does(HEAD_OF_STREET, "situation", fire, "note", "疏散中", "moved", "30", "missing", "1");
        assertThat(play.due(fire, "situation")).isEqualTo("2026-11-22T00:25");
        play.does(HEAD_OF_STREET, "all-clear", fire, "note", "明火扑灭，人员清点完毕", "moved", "38", "missing", "0");
        assertThat(play.step(play.childOf(fire, "police"))).isEqualTo("not-needed");
        assertThat(play.step(part)).isEqualTo("summing-up");
        assertThat(play.step(fire)).isEqualTo("summing-up");
        play.does(FIRE, "finish", part, "result", "过火面积 20 平方米，无人员伤亡。");
        assertThat(play.step(fire)).isEqualTo("reviewing");
        play.does(HEAD_OF_STREET, "close", fire, "cause", "电动车充电线路老化", "result", "清理楼道电动车 26 辆。");
        assertThat(play.now(fire).closed()).contains("done");
        assertThat(play.now(fire).fields()).containsEntry("moved", 38L);
        play.holds();
    }

    private Order called(List<String> departments) {
        return play.raises(
                "emergency-whistle",
                CLERK,
                "call",
                "kind",
                "fire",
                "content",
                "居民楼二层起火，有浓烟",
                "region",
                COMMUNITY,
                "place",
                "3 栋 2 单元",
                "departments",
                departments);
    }

    private void reportIn(Order fire, Actor who) {
        play.does(
                who,
                "report-in",
                play.childOf(fire, ((Actor.Officer) who).unit()),
                "arrived",
                "2026-11-22T00:22",
                "where",
                "3 栋楼下",
                "strength",
                "2 车 12 人");
    }

    private int escalated(Order fire) {
        return play.now(fire).clock("first").orElseThrow().escalated();
    }
}
