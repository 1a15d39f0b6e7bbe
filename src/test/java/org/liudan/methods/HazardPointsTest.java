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
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** “落实一套班子、一个防灾应急预案、一张防灾明白卡、一张避险明白卡、一块警示标牌……指导开展应急演练30场” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class HazardPointsTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor NATURAL_RESOURCES = Play.handler("natural-resources");
    private static final List<String> ALL_FIVE = List.of("team", "plan", "prevention-card", "refuge-card", "sign");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @BeforeEach
    void before_the_floods() {
        play.at("2026-04-01T09:00");
    }

    @Test
    void a_point_is_made_ready_with_all_five_before_it_counts_as_watched() {
        var slope = entered();
        assertThat(play.holder(slope)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(slope, "prepare")).isEqualTo("2026-04-16T17:30");
        assertThat(play.refusal(CLERK, "prepare", slope, ready(List.of("team", "plan", "prevention-card", "sign"), 12)))
                .containsExactly("班子、预案、防灾明白卡、避险明白卡、警示标牌，缺一不可。");
        assertThat(play.refusal(CLERK, "prepare", slope, ready(ALL_FIVE, 11))).containsExactly("明白卡应发到受威胁的每一户。");
        play.does(CLERK, "prepare", slope, ready(ALL_FIVE, 12));
        assertThat(play.step(slope)).isEqualTo("watched");
        assertThat(play.due(slope, "drill")).isEqualTo("2026-12-31T17:30");
        play.holds();
    }

    /** “每月……巡查检查不少于2次” */
    @Test
    void it_is_patrolled_in_every_half_of_a_month() {
        var slope = watched();
        assertThat(play.due(slope, "patrol")).isEqualTo("2026-04-15T17:30");
        patrol(slope, "stable");
        assertThat(play.due(slope, "patrol")).isEqualTo("2026-04-30T17:30");
        play.at("2026-05-11T09:00");
        assertThat(play.now(slope).clock("patrol").orElseThrow().escalated()).isEqualTo(2);
        patrol(slope, "changing");
        assertThat(play.due(slope, "patrol")).isEqualTo("2026-05-29T17:30");
    }

    @Test
    void a_danger_seen_on_patrol_is_a_hazard_at_once_and_the_point_is_not_struck_off_before_it() {
        var slope = watched();
        patrol(slope, "danger");
        play.at("2026-04-01T09:05");
        var danger = play.child(slope, "danger");
        assertThat(play.holder(danger)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.now(danger).text("place")).isEqualTo("村部后山");
        assertThat(play.refusal(NATURAL_RESOURCES, "strike-off", slope, "reason", "已治理", "photos", List.of("x")))
                .containsExactly("还有险情没有销号，不能核销。");
    }

    /** “指导开展应急演练30场” */
    @Test
    void a_drill_is_held_every_year_and_counted() {
        var slope = watched();
        for (int drill = 0; drill < 30; drill++) {
            play.does(
                    NATURAL_RESOURCES,
                    "drill",
                    slope,
                    "took-part",
                    38,
                    "minutes",
                    9,
                    "findings",
                    "撤离有序",
                    "photos",
                    List.of("x"));
        }
        assertThat(play.now(slope).did()).containsEntry("drill", 30);
        assertThat(play.due(slope, "drill")).isEqualTo("2027-12-31T17:30");
    }

    private void patrol(Order slope, String state) {
        play.does(CLERK, "patrol", slope, "state", state, "findings", "坡脚有新裂缝，宽两厘米");
    }

    private Order watched() {
        return play.does(CLERK, "prepare", entered(), ready(ALL_FIVE, 12));
    }

    private static Object[] ready(List<String> what, int households) {
        return List.of(
                        "ready",
                        what,
                        "signs",
                        "裂缝、渗水、树木歪斜",
                        "measures",
                        "埋桩、贴片、目视",
                        "signal",
                        "敲锣和广播",
                        "route",
                        "沿机耕路向西",
                        "refuge",
                        "村小学",
                        "handed-out",
                        households)
                .toArray();
    }

    private Order entered() {
        return play.raises(
                "hazard-points",
                NATURAL_RESOURCES,
                "enter",
                Filled.slope("DZ-" + NUMBERS.incrementAndGet(), COMMUNITY));
    }
}
