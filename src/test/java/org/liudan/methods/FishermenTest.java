package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.Actor;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** “安排75名镇村干部担任网格信息员，一对一帮扶，每年进行2次全面全域动态监测……对渔民反映的问题及时回应” */
@DistrictTest
class FishermenTest {

    private static final Actor CLERK = Scene.officer(COMMUNITY + ".clerk");
    private static final AtomicInteger FILES = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    private Scene play;

    @BeforeEach
    void in_autumn() {
        play = new Scene(context).at("2026-10-12T09:00");
    }

    @Test
    void a_household_is_seen_once_in_each_half_year() {
        long household = entered();
        assertThat(play.holder(household)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(household, "visit")).isEqualTo("2026-12-31T17:30");
        play.at("2026-11-20T10:00");
        visited(household);
        assertThat(play.due(household, "visit")).isEqualTo("2027-06-30T17:30");
        play.isSound();
    }

    @Test
    void a_household_that_nobody_visits_is_late_and_the_street_hears_of_it() {
        long household = entered();
        play.at("2027-01-04T09:00");
        assertThat(play.order(household).late()).isTrue();
        play.at("2027-01-12T09:00");
        assertThat(play.order(household).clock("visit").orElseThrow().escalated())
                .isEqualTo(1);
    }

    @Test
    void a_need_found_on_a_visit_becomes_an_order_there_and_then() {
        long household = entered();
        play.does(household, CLERK, "raise-need", "need", "想学电焊，问有没有培训班");
        long order = play.children(household).get(0).id();
        play.at("2026-10-12T09:05");
        assertThat(play.step(order)).isEqualTo("triage");
        assertThat(play.order(order).text("content")).isEqualTo("想学电焊，问有没有培训班");
        assertThat(play.order(order).text("channel")).isEqualTo("visit");
        assertThat(play.order(order).kin().parent().orElseThrow().id()).isEqualTo(household);
    }

    @Test
    void who_left_the_register_is_not_visited_any_more() {
        long household = entered();
        play.does(household, Scene.officer(COMMUNITY + ".secretary"), "leave", "reason", "全家迁往外省");
        assertThat(play.order(household).running()).isEmpty();
        play.does(household, Scene.officer(COMMUNITY + ".secretary"), "return", "reason", "迁回");
        assertThat(play.due(household, "visit")).isEqualTo("2026-12-31T17:30");
    }

    @Test
    void the_same_file_number_is_not_entered_twice() {
        var code = code();
        entered(code);
        assertThat(play.raisingRefused("fishermen", CLERK, "enter", answers(code)))
                .containsExactly("reason.key-taken");
    }

    private void visited(long household) {
        play.does(
                household,
                CLERK,
                "visit",
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

    private long entered() {
        return entered(code());
    }

    private long entered(String code) {
        return play.raises("fishermen", CLERK, "enter", answers(code));
    }

    private static String code() {
        return "TB-" + FILES.incrementAndGet();
    }

    private static Object[] answers(String code) {
        return new Object[] {
            "code",
            code,
            "title",
            "渔民甲",
            "region",
            COMMUNITY,
            "helper",
            "网格员一",
            "people",
            4,
            "income",
            86_000,
            "employment",
            "farming",
            "insurance",
            "resident"
        };
    }
}
