package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.INSPECTOR;
import static org.liudan.testing.Play.RESIDENT;
import static org.liudan.testing.Play.handler;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** 「设立“办不成事”反映窗口16个」: from a refusal to a reason in writing or a result. */
@DistrictTest
class StuckTest {

    private static final Actor WINDOW = handler("government-hall");

    @Autowired
    Play play;

    @BeforeEach
    void on_a_monday_morning() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void the_supervision_office_holds_it_from_the_refusal_to_the_result() {
        var order = play.raises(
                "stuck", WINDOW, "register", "content", "经营许可换证，跑了三次都说材料不齐", "refusal", "papers", "person", "王女士");
        held(order);
        play.isDue(order, "look", "2026-11-16T17:30");
        order = pressed(order);
        held(order);
        var asked = play.child(order, "asked");
        play.isHeldBy(asked, "city-management", "handler");
        play.isDue(asked, "reply", "2026-11-18T17:30");
        play.does(HANDLER, "reply", asked, "reply", "已一次性告知，今天发证。");
        held(play.now(order));
        play.does(INSPECTOR, "accept", asked, "outcome", "effective", "result", "属实。");
        order = play.now(order);
        assertThat(order.step()).isEqualTo("deciding");
        held(order);
        order = play.does(INSPECTOR, "got-done", order, "result", "许可证已送到手上。");
        held(order);
        order = play.does(RESIDENT, "rate", order, "rating", "satisfied");
        assertThat(order.closed()).contains("done");
        play.holds();
    }

    @Test
    void a_matter_without_a_result_ends_only_with_a_reason_in_writing() {
        var order = raised();
        assertThat(play.refusal(INSPECTOR, "give-reason", order, "grounds", "不符合规定", "document", "x"))
                .containsExactly("reason.not-here");
        order = pressed(order);
        var asked = play.child(order, "asked");
        play.does(HANDLER, "reply", asked, "reply", "不符合许可条件。");
        play.does(INSPECTOR, "accept", asked, "outcome", "effective", "result", "依据充分。");
        assertThat(play.refusal(INSPECTOR, "give-reason", order, "grounds", "《许可条例》第八条"))
                .containsExactly("reason.required");
        order = play.does(
                INSPECTOR, "give-reason", order, "grounds", "《许可条例》第八条", "document", "x", "way", "可改租合规门面后再申请。");
        assertThat(order.closed()).contains("explained");
        play.holds();
    }

    @Test
    void a_dissatisfied_resident_goes_back_to_the_supervision_office() {
        var order = play.does(INSPECTOR, "got-done", raised(), "result", "已办。");
        order = play.does(RESIDENT, "rate", order, "rating", "dissatisfied", "rating-words", "并没有办成");
        assertThat(order.step()).isEqualTo("deciding");
        held(order);
        assertThat(play.now(pressed(order)).counts()).containsEntry("presses", 1);
    }

    @Test
    void an_overdue_matter_goes_to_the_supervision_office_and_then_to_the_leader_in_charge() {
        var order = play.at("2026-11-16T09:00").now(pressed(raised()));
        play.isDue(order, "unstick", "2026-11-23T17:30");
        order = play.at("2026-11-24T17:30").now(order);
        assertThat(order.late()).isTrue();
        held(order);
    }

    private Order raised() {
        return play.raises(
                "stuck", RESIDENT, "raise", "content", "门面装修许可一直不批", "refusal", "refused", "phone", "19900001111");
    }

    private Order pressed(Order order) {
        return play.does(
                INSPECTOR, "press", order, "department", "city-management", "question", "为什么办不成？", "days", "2");
    }

    private void held(Order order) {
        play.isHeldBy(order, "supervision", "inspector");
    }
}
