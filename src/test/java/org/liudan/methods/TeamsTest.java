package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.STREET;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** “将每月8日定为‘娄星统战力’活动日,组建由民主党派、工商联、侨联、新阶层、乡镇街道组成的18支同心服务团” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class TeamsTest {

    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor SECRETARY = Play.officer(STREET + ".secretary");
    private static final List<String> KINDS = List.of("parties", "commerce", "overseas", "new-strata", "street");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @BeforeEach
    void in_spring() {
        play.at("2026-04-01T09:00");
    }

    @Test
    void a_team_goes_out_in_every_month_and_on_another_day_than_the_8th_only_with_a_reason() {
        var team = entered();
        assertThat(play.holder(team)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(team, "activity")).isEqualTo("2026-04-30T17:30");
        assertThat(play.refusal(DISPATCHER, "activity", team, activity("2026-03-31")))
                .containsExactly("活动日是每月8日，改期请写明原因。");
        play.at("2026-04-08T15:00");
        play.does(DISPATCHER, "activity", team, activity("2026-04-08"));
        assertThat(play.due(team, "activity")).isEqualTo("2026-05-29T17:30");
        var late = new ArrayList<>(List.of(activity("2026-04-07")));
        late.addAll(List.of("other-day", "暴雨"));
        play.does(DISPATCHER, "activity", team, late.toArray());
        assertThat(play.now(team).counts()).containsEntry("elsewhen", 1);
        play.holds();
    }

    @Test
    void a_wish_that_was_taken_on_is_fulfilled_in_time_and_each_next_one_too() {
        var team = entered();
        play.does(DISPATCHER, "claim", team, "wish", "一台收音机");
        play.does(DISPATCHER, "claim", team, "wish", "一床棉被");
        assertThat(play.due(team, "wish")).isEqualTo("2026-04-23T17:30");
        assertThat(play.due(team, "activity")).isEqualTo("2026-04-30T17:30");
        assertThat(play.refusal(SECRETARY, "end", team, "reason", "换届")).containsExactly("reason.not-here");
        play.at("2026-04-02T09:00");
        fulfil(team, "一床棉被");
        assertThat(play.step(team)).isEqualTo("wished");
        assertThat(play.due(team, "wish")).isEqualTo("2026-04-24T17:30");
        fulfil(team, "一台收音机");
        assertThat(play.step(team)).isEqualTo("active");
        assertThat(play.now(team).clock("wish").orElseThrow().running()).isFalse();
        assertThat(play.refusal(DISPATCHER, "fulfil", team, "wish", "无", "result", "无", "photos", List.of("x")))
                .containsExactly("reason.not-here");
        assertThat(play.due(team, "activity")).isEqualTo("2026-04-30T17:30");
        play.holds();
    }

    @Test
    void hours_and_people_of_all_activities_can_be_summed_up() {
        play.at("2026-11-08T15:00");
        var teams = new ArrayList<Order>();
        for (int number = 0; number < 18; number++) {
            teams.add(play.raises(
                    "teams", DISPATCHER, "enter", answers("TXT-" + number, KINDS.get(number % KINDS.size()))));
        }
        teams.forEach(team -> play.does(DISPATCHER, "activity", team, activity("2026-11-08")));
        assertThat(jdbc.sql("""
                                select count(*) || ' ' || sum((e.body::jsonb #>> '{answers,people}')::int
                                    * (e.body::jsonb #>> '{answers,hours}')::int)
                                from subject s
                                join order_event e on e.order_id = s.id and e.district_id = s.district_id
                                where s.method = 'teams' and s.key like 'TXT-%' and e.action = 'activity'
                                """).query(String.class).single()).isEqualTo("18 540");
    }

    private void fulfil(Order team, String wish) {
        play.does(DISPATCHER, "fulfil", team, "wish", wish, "result", "已送到家", "photos", List.of("x"));
    }

    private static Object[] activity(String day) {
        return new Object[] {"day", day, "hours", 3, "people", 10, "served", 60, "done", "义诊和政策宣讲"};
    }

    private Order entered() {
        return play.raises("teams", DISPATCHER, "enter", answers("FWT-" + NUMBERS.incrementAndGet(), "street"));
    }

    private static Object[] answers(String code, String kind) {
        return new Object[] {
            "code", code, "title", "同心服务团", "region", STREET, "kind", kind, "captain", "团长甲", "members", 12
        };
    }
}
