package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** “各市直联点部门党员干部每月到社区开展安全生产巡查检查不少于2次” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=patrols")
class PatrolsTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Play.officer(STREET + ".secretary");
    private static final Actor HOUSING = Play.handler("housing");
    private static final Actor RECHECKER = Play.handler("recheck-group");
    private static final List<String> PHOTO = List.of("x");
    private static final List<String> LOOKED_AT = List.of("fire", "electricity");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @BeforeEach
    void in_spring() {
        play.at("2026-04-01T09:00");
    }

    @Test
    void a_plan_is_walked_in_every_half_of_a_month() {
        var plan = plan("safety", "half-month");
        play.isHeldBy(plan, COMMUNITY, "clerk");
        play.isDue(plan, "patrol", "2026-04-15T17:30");
        play.isDue(quiet(CLERK, plan), "patrol", "2026-04-30T17:30");
        play.at("2026-04-20T09:00");
        play.isDue(quiet(SECRETARY, plan), "patrol", "2026-05-15T17:30");
        play.holds();
    }

    @Test
    void the_plan_of_an_attached_department_is_held_by_it_and_cannot_be_rarer() {
        assertThat(play.raisingRefused("patrols", DISPATCHER, "enter", entered("department", "half-month")))
                .containsExactly("请选择联点部门。");
        assertThat(play.raisingRefused(
                        "patrols",
                        DISPATCHER,
                        "enter",
                        with(entered("department", "own"), "department", "housing", "every", 20)))
                .containsExactly("联点部门每月巡查不少于2次。");
        var plan = play.raises(
                "patrols", DISPATCHER, "enter", with(entered("department", "half-month"), "department", "housing"));
        play.isHeldBy(plan, "housing", "handler");
        play.isDue(quiet(HOUSING, plan), "patrol", "2026-04-30T17:30");
    }

    /** “开展‘一渌同巡’治安巡逻” */
    @Test
    void night_patrols_have_an_interval_of_their_own() {
        assertThat(play.raisingRefused("patrols", CLERK, "enter", entered("night", "own")))
                .containsExactly("请填写间隔几个工作日巡查一次。");
        var plan = play.raises("patrols", CLERK, "enter", with(entered("night", "own"), "every", 3));
        play.isDue(plan, "patrol", "2026-04-07T17:30");
        play.at("2026-04-02T20:00");
        var walked = play.does(CLERK, "patrol-own", plan, walk(false));
        play.isDue(walked, "patrol", "2026-04-08T17:30");
    }

    @Test
    void a_missed_patrol_is_overdue_and_the_street_and_then_the_leader_are_notified() {
        var plan = plan("compound", "half-month");
        play.at("2026-04-17T08:00");
        assertThat(play.now(plan).late()).isTrue();
        play.at("2026-04-24T09:00");
        assertThat(play.now(plan).clock("patrol").orElseThrow().escalated()).isEqualTo(2);
        play.isDue(quiet(CLERK, plan), "patrol", "2026-05-15T17:30");
    }

    @Test
    void a_hazard_found_on_the_way_is_an_order_at_once_with_the_place_where_the_phone_was() {
        var plan = plan("safety", "half-month");
        assertThat(play.refusal(CLERK, "patrol", plan, "stops", "配电房", "looked-at", LOOKED_AT, "is-found", true))
                .containsExactly("发现隐患的，请写明隐患情况和位置。");
        play.does(
                CLERK,
                "patrol",
                plan,
                with(walk(true), "noted-at", "2026-04-01T08:41", "noted-where", "109.99,27.11", "photos", PHOTO));
        play.does(CLERK, "find", plan, "danger", "消防栓无水", "danger-at", "4 栋", "photos", PHOTO);
        play.at("2026-04-01T09:05");
        var hazards = play.children(plan);
        assertThat(hazards).hasSize(2);
        var first = play.child(plan, "danger");
        assertThat(play.now(first).text("place")).isEqualTo("4 栋");
        assertThat(play.now(first).text("channel")).isEqualTo("patrol");
        assertThat(play.holder(first)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.computed(plan, "found")).isEqualTo("2");
        play.holds();
    }

    /** “共开展领导带队巡逻和社区安全生产检查活动1200余次，发现安全隐患1100余个，已整改到位1000多个” */
    @Test
    void twelve_hundred_patrols_find_eleven_hundred_hazards_of_which_a_thousand_are_rectified() {
        var plans = IntStream.range(0, 60)
                .mapToObj(number -> plan("safety", "half-month"))
                .toList();
        IntStream.range(0, 60).parallel().forEach(number -> {
            for (int patrol = 0; patrol < 20; patrol++) {
                play.does(CLERK, "patrol", plans.get(number), walk(patrol > 1 || patrol == 1 && number < 20));
            }
        });
        play.at("2026-04-01T09:30");
        var hazards = plans.stream()
                .flatMap(plan -> play.children(plan).stream())
                .map(play::order)
                .toList();
        assertThat(hazards).hasSize(1_100);
        hazards.subList(0, 1_000).parallelStream().forEach(this::rectify);
        play.passes(Duration.ofMinutes(1));
        assertThat(sum(plans, "walked")).isEqualTo(1_200);
        assertThat(sum(plans, "found")).isEqualTo(1_100);
        assertThat(sum(plans, "open-dangers")).isEqualTo(100);
    }

    private void rectify(Order hazard) {
        play.does(
                CLERK,
                "rectify-at-once",
                hazard,
                "category",
                "petition.fire-safety",
                "measures",
                "已清走",
                "before",
                PHOTO,
                "after",
                PHOTO,
                "rectified-by",
                PHOTO);
        play.does(RECHECKER, "pass", hazard, "findings", "属实", "photos", PHOTO, "rechecked-by", PHOTO);
        play.does(HEAD_OF_STREET, "strike-off", hazard, "struck-by", PHOTO);
    }

    private int sum(List<Order> plans, String column) {
        return plans.stream()
                .mapToInt(plan -> Integer.parseInt(play.computed(plan, column)))
                .sum();
    }

    private Order quiet(Actor who, Order plan) {
        return play.does(who, "patrol", plan, walk(false));
    }

    private static Object[] walk(boolean found) {
        var quiet = new Object[] {"stops", "小区东门\n配电房", "looked-at", LOOKED_AT, "is-found", found};
        return found ? with(quiet, "danger", "楼道停放电动车充电", "danger-at", "3 栋 1 单元") : quiet;
    }

    private Order plan(String kind, String often) {
        return play.raises("patrols", CLERK, "enter", entered(kind, often));
    }

    private static Object[] entered(String kind, String often) {
        return new Object[] {
            "code",
            "XC-" + NUMBERS.incrementAndGet(),
            "title",
            "小区安全巡查",
            "kind",
            kind,
            "region",
            COMMUNITY,
            "route",
            "小区东门\n配电房",
            "keeper",
            "网格员甲",
            "often",
            often
        };
    }

    private static Object[] with(Object[] answers, Object... more) {
        var all = new ArrayList<>(List.of(answers));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
