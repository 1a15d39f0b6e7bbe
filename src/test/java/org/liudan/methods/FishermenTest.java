package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directories;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** “安排75名镇村干部担任网格信息员，一对一帮扶，每年进行2次全面全域动态监测……对渔民反映的问题及时回应” */
@DistrictTest
class FishermenTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final AtomicInteger FILES = new AtomicInteger();

    @Autowired
    Play play;

    @Autowired
    Directories directories;

    @BeforeEach
    void in_autumn() {
        play.at("2026-10-12T09:00");
    }

    @Test
    void a_household_is_seen_once_in_each_half_year() {
        var household = entered();
        assertThat(play.holder(household)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(household, "visit")).isEqualTo("2026-12-31T17:30");
        play.at("2026-11-20T10:00");
        visited(household);
        assertThat(play.due(household, "visit")).isEqualTo("2027-06-30T17:30");
        play.holds();
    }

    @Test
    void a_household_that_nobody_visits_is_overdue_and_the_street_is_notified() {
        var household = entered();
        play.at("2027-01-04T09:00");
        assertThat(play.now(household).late()).isTrue();
        play.at("2027-01-12T09:00");
        assertThat(play.now(household).clock("visit").orElseThrow().escalated()).isEqualTo(1);
    }

    @Test
    void a_need_found_on_a_visit_becomes_an_order_there_and_then() {
        var household = entered();
        play.does(CLERK, "raise-need", household, "need", "想学电焊，问有没有培训班");
        var order = play.child(household, "need");
        play.at("2026-10-12T09:05");
        assertThat(play.step(order)).isEqualTo("triage");
        assertThat(play.now(order).text("content")).isEqualTo("想学电焊，问有没有培训班");
        assertThat(play.now(order).text("channel")).isEqualTo("visit");
        assertThat(play.now(order).kin().parent().orElseThrow().id()).isEqualTo(household.id());
    }

    /** “全区401名退捕渔民”，“安排75名镇村干部担任网格信息员，一对一帮扶，每年进行2次全面全域动态监测” */
    @Test
    void all_401_are_seen_twice_a_year_by_75_grid_workers() {
        var grids = directories.current().ofKind("grid");
        assertThat(grids).hasSize(75);
        var households = IntStream.range(0, 401)
                .mapToObj(number -> play.raises(
                        "fishermen",
                        Play.officer(grids.get(number % 75).code().substring(0, 9) + ".dispatcher"),
                        "enter",
                        answers(code(), grids.get(number % 75).code())))
                .toList();
        var workers = households.stream().map(play::holder).collect(Collectors.toSet());
        assertThat(workers).hasSize(75).allMatch(holder -> holder.endsWith(".worker"));
        for (var day : List.of("2026-11-20T10:00", "2027-03-10T10:00")) {
            play.at(day);
            households.forEach(household -> visited(Play.officer(play.holder(household)), household));
        }
        play.at("2027-06-30T17:31");
        assertThat(households).noneMatch(household -> play.now(household).late());
        assertThat(households).allMatch(household -> play.now(household).did().get("visit") == 2);
        play.holds();
    }

    @Test
    void a_household_that_left_the_register_is_not_visited_any_more() {
        var household = entered();
        play.does(SECRETARY, "leave", household, "reason", "全家迁往外省");
        assertThat(play.now(household).running()).isEmpty();
        play.does(SECRETARY, "return", household, "reason", "迁回");
        assertThat(play.due(household, "visit")).isEqualTo("2026-12-31T17:30");
    }

    @Test
    void the_same_file_number_is_not_entered_twice() {
        var code = code();
        entered(code);
        assertThat(play.raisingRefused("fishermen", CLERK, "enter", answers(code)))
                .containsExactly("reason.key-taken");
    }

    private void visited(Order household) {
        visited(CLERK, household);
    }

    private void visited(Actor by, Order household) {
        play.does(
                by,
                "visit",
                household,
                "how",
                "visit",
                "findings",
                "承包水面养鸭，收入稳定",
                "employment",
                "farming",
                "insurance",
                "resident",
                "difficulty",
                List.of("illness"));
    }

    private Order entered() {
        return entered(code());
    }

    private Order entered(String code) {
        return play.raises("fishermen", CLERK, "enter", answers(code));
    }

    private static String code() {
        return "TB-" + FILES.incrementAndGet();
    }

    private static Object[] answers(String code) {
        return answers(code, COMMUNITY);
    }

    private static Object[] answers(String code, String region) {
        return Filled.household(code, region, "income", 86_000);
    }
}
