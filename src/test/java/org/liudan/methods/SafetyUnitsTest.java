package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** “按照‘八个一’机制全面推进” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=patrols")
class SafetyUnitsTest {

    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Play.officer(STREET + ".secretary");
    private static final Actor HOUSING = Play.handler("housing");
    private static final List<String> PROOF = List.of("x");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @BeforeEach
    void in_spring() {
        play.at("2026-04-01T09:00");
    }

    /**
     * “组织一次专题研判会商……明确一套责任机制;建立一个安全发展巡查记录;明确一个……应急响应预案;开展一次……宣传培训屋场会;
     * 发布一套公示牌;强化一批对应的应急物资装备;开展一次有针对性的应急演练。”
     */
    @Test
    void all_eight_have_their_proof_before_a_unit_counts_as_ready() {
        var unit = entered();
        play.isHeldBy(unit, COMMUNITY, "secretary");
        assertThat(play.refusal(SECRETARY, "put-in-place", unit, "note", "都好了")).containsExactly("请至少为一项附上佐证。");
        for (var item : List.of("consultation", "duty", "records", "plan", "training", "board", "supplies")) {
            play.does(SECRETARY, "put-in-place", unit, item, PROOF);
            assertThat(play.step(unit)).isEqualTo("building");
        }
        assertThat(play.computed(unit, "in-place")).isEqualTo("7");
        play.does(SECRETARY, "put-in-place", unit, "drill", PROOF);
        assertThat(play.step(unit)).isEqualTo("kept");
        assertThat(play.computed(unit, "in-place")).isEqualTo("8");
        play.isDue(play.now(unit), "refresh", "2027-12-31T17:30");
        play.holds();
    }

    /** “各市直联点部门党员干部每月到社区开展安全生产巡查检查不少于2次” */
    @Test
    void each_attached_department_may_check_it_and_it_is_checked_twice_a_month() {
        var unit = entered();
        play.isDue(unit, "check", "2026-04-15T17:30");
        play.isDue(check(HOUSING, unit), "check", "2026-04-30T17:30");
        play.at("2026-05-11T09:00");
        assertThat(play.now(unit).clock("check").orElseThrow().escalated()).isEqualTo(2);
        play.isDue(check(Play.handler("market"), unit), "check", "2026-05-29T17:30");
        assertThat(play.refusal(Play.handler("water"), "check", unit, "findings", "好", "is-found", false))
                .containsExactly("reason.not-yours");
    }

    /** “建立安全发展‘先锋行’示范点11个” */
    @Test
    void a_ready_unit_without_open_hazards_becomes_a_model() {
        var unit = entered();
        play.does(HOUSING, "check", unit, "findings", "有隐患", "is-found", true, "danger", "堵塞", "danger-at", "一楼");
        List.of("consultation", "duty", "records", "plan", "training", "board", "supplies", "drill")
                .forEach(item -> play.does(SECRETARY, "put-in-place", unit, item, PROOF));
        assertThat(play.refusal(HEAD_OF_STREET, "award", unit)).containsExactly("还有隐患没有销号。");
        play.does(DISPATCHER, "dismiss", play.child(unit, "danger"), "reason", "已当场清走");
        play.passes(java.time.Duration.ofMinutes(1));
        play.does(HEAD_OF_STREET, "award", unit);
        assertThat(play.step(unit)).isEqualTo("model");
        assertThat(play.now(unit).clock("check").orElseThrow().running()).isTrue();
        play.holds();
    }

    private Order check(Actor who, Order unit) {
        return play.does(who, "check", unit, "findings", "用电规范，通道畅通", "is-found", false);
    }

    private Order entered() {
        return play.raises(
                "safety-units",
                DISPATCHER,
                "enter",
                "code",
                "AQ-" + NUMBERS.incrementAndGet(),
                "title",
                "萝卜湾社区安全发展单元",
                "region",
                COMMUNITY,
                "kind",
                "fire",
                "place",
                "临街商铺",
                "keeper",
                "社区主任",
                "lead",
                "housing",
                "second",
                "market");
    }
}
