package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.INSPECTOR;
import static org.liudan.testing.District.People.LEADER;
import static org.liudan.testing.Play.RESIDENT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** Supervision orders: they are opened by hand or by rule, answered, judged, taken to a higher level, and closed. */
@DistrictTest
class SupervisionTest {

    private static final Actor DISCIPLINE = Play.officer("discipline", "discipline", "discipline");
    private static final Actor HEAD = Play.officer("city-management", "head", "department-head");

    @Autowired
    Play play;

    @Autowired
    District.People people;

    @BeforeEach
    void on_a_monday_morning() {
        play.at("2026-11-16T09:00");
    }

    /** 由挂点区领导现场进行督办,分析进度缓慢的原因,协调相关部门研究解决方案,明确办结时限 */
    @Test
    void a_leader_presses_a_unit_for_an_order_and_its_reply_is_judged() {
        var pressed = people.dispatched();
        var order = play.raises(
                "supervision",
                LEADER,
                "press",
                "unit",
                "city-management",
                "pressed",
                play.number(pressed),
                "region",
                District.COMMUNITY,
                "content",
                "楼下路灯坏了三天",
                "question",
                "为什么三天没有人来看？",
                "days",
                "2");
        play.isHeldBy(order, "city-management", "handler");
        play.isDue(order, "reply", "2026-11-18T17:30");
        assertThat(order.text("pressed")).isEqualTo(Long.toString(pressed.id()));

        order = play.does(HANDLER, "reply", order, "reply", "灯头已采购，明天更换。");
        play.isHeldBy(order, "supervision", "inspector");
        order = play.does(LEADER, "reject", order, "reason", "没有说明原因。", "days", "1");
        play.isDue(order, "reply", "2026-11-17T17:30");
        order = play.does(HANDLER, "reply", order, "reply", "备件断货，已从邻区调来，今天换好。");
        order = play.does(INSPECTOR, "accept", order, "outcome", "effective", "result", "当天亮灯。");
        assertThat(order.step()).isEqualTo("effective");
        assertThat(order.parties()).containsEntry("department", "city-management");
        play.holds();
    }

    /** 对区领导督办的事项,区纪工委监工委联合区工委督查室适时进行督查督办……由区领导对相关责任部门主要负责人进行约谈 */
    @Test
    void an_order_without_a_reply_goes_a_level_up_to_inspection_interview_and_accountability() {
        var order = pressed();
        play.isDue(order, "reply", "2026-11-18T17:30");
        order = play.at("2026-11-19T17:30").now(order);
        assertThat(order.step()).isEqualTo("leading");
        play.isHeldBy(order, "leader-1", "leader");
        assertThat(order.counts()).containsEntry("levels", 1);

        order = play.does(LEADER, "inspect", order, "reason", "到现场看进度。", "with", List.of("emergency"));
        play.isHeldBy(order, "supervision", "inspector");
        order = play.does(DISCIPLINE, "record-inspection", order, "findings", "工单压在股室四天没有人看。", "days", "1");
        play.isHeldBy(order, "city-management", "handler");
        order = play.does(INSPECTOR, "summon", order, "interviewee", "局主要负责人", "reason", "因主观原因进度缓慢");
        play.isHeldBy(order, "leader-1", "leader");
        order = play.does(LEADER, "interview", order, "talk", "当面指出问题。", "commitment", "三天内办结", "days", "3");
        order = play.does(HEAD, "reply", order, "reply", "已更换，股室负责人作检讨。");
        order = play.does(INSPECTOR, "accept", order, "outcome", "accountability", "result", "移送问责。");
        play.isHeldBy(order, "discipline", "discipline");
        order = play.does(DISCIPLINE, "hold-to-account", order, "result", "对主要负责人批评教育。");
        assertThat(order.step()).isEqualTo("accountable");
        assertThat(order.text("outcome")).isEqualTo("accountability");
        play.holds();
    }

    @Test
    void without_grounds_for_accountability_the_unit_is_entered_in_the_negative_list() {
        var order = pressed();
        play.does(HANDLER, "reply", order, "reply", "已办。");
        play.does(INSPECTOR, "accept", order, "outcome", "accountability", "result", "移送问责。");
        order = play.does(DISCIPLINE, "no-grounds", order, "result", "不够问责，列入负面清单。");
        assertThat(order.closed()).contains("listed");
        assertThat(order.text("outcome")).isEqualTo("negative-list");
    }

    @Test
    void only_the_supervision_office_and_the_leaders_concerned_press() {
        assertThat(play.raisingRefused(
                        "supervision",
                        Play.officer("leader-5", "leader", "leader-5"),
                        "press",
                        "unit",
                        "city-management",
                        "content",
                        "路灯",
                        "question",
                        "为什么？",
                        "days",
                        "2"))
                .containsExactly("reason.not-yours");
    }

    @Test
    void an_order_five_days_overdue_is_pressed_by_rule() {
        var order = play.does(HANDLER, "accept", people.dispatched(), "difficulty", "ordinary", "words", "今天来看。");
        play.isDue(order, "handle", "2026-11-19T17:30");
        order = play.at("2026-11-26T17:30").now(order);
        var pressing = play.child(order, "pressing");
        assertThat(pressing.text("cause")).isEqualTo("overdue");
        play.isHeldBy(pressing, "city-management", "handler");
        assertThat(order.marked("supervised")).isTrue();
        assertThat(order.rings()).contains("supervise");
        play.holds();
    }

    /** An order that is returned more than twice goes to supervision (湘江新区). */
    @Test
    void an_order_returned_twice_and_decided_by_the_referee_is_pressed() {
        var order = people.dispatched();
        for (int times = 0; times < 2; times++) {
            play.does(HANDLER, "return", order, "reason", "不属本单位职责。");
            play.does(DISPATCHER, "dispatch", order, "department", "city-management");
        }
        assertThat(play.refusal(HANDLER, "return", order, "reason", "不属本单位职责。")).containsExactly("已退单两次，不能再退，请“申请裁定”。");
        play.does(HANDLER, "dispute", order, "reason", "路灯归住建。");
        order = play.does(INSPECTOR, "referee", order, "department", "housing", "reason", "按职责清单。");
        var pressing = play.child(order, "pressing");
        assertThat(pressing.text("cause")).isEqualTo("returned");
        play.isHeldBy(pressing, "housing", "handler");
    }

    @Test
    void a_department_rated_badly_once_more_after_the_rework_is_pressed() {
        var order = people.dispatched();
        play.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "今天来看。");
        play.does(HANDLER, "finish", order, "result", "已换。", "files", "x");
        play.does(RESIDENT, "rate", order, "rating", "dissatisfied");
        assertThat(play.now(order).kin().children()).isEmpty();
        play.does(DISPATCHER, "rework", order, "reason", "没有换好。", "days", "1");
        play.does(HANDLER, "finish", order, "result", "再换。", "files", "x");
        play.does(CLERK, "record-rating", order, "contact", "phone", "rating", "dissatisfied");
        assertThat(play.child(order, "pressing").text("cause")).isEqualTo("dissatisfied");
        play.holds();
    }

    @Test
    void a_leader_presses_from_the_order_itself_and_the_resident_sees_that() {
        var order = play.does(LEADER, "press", people.dispatched(), "question", "何时修好？", "days", "1");
        var pressing = play.child(order, "pressing");
        assertThat(pressing.text("question")).isEqualTo("何时修好？");
        play.isDue(pressing, "reply", "2026-11-17T17:30");
        assertThat(order.rings()).contains("supervise");
    }

    private Order pressed() {
        return play.raises(
                "supervision",
                INSPECTOR,
                "press",
                "unit",
                "city-management",
                "content",
                "楼下路灯坏了三天",
                "question",
                "为什么没有人来看？",
                "days",
                "2");
    }
}
