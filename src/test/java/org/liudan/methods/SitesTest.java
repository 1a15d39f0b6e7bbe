package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** “省级同心美丽乡村10个、市级同心美丽乡村(社区)29个,县级同心美丽乡村(社区)106个” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class SitesTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor LEADER = Play.officer("leader-1.leader");
    private static final List<String> SIX =
            List.of("ledger", "office", "volunteers", "display", "activity", "platform");
    private static final List<String> FIVE = List.of("body", "ground", "staff", "funds", "ledger");
    private static final List<String> PAPER = List.of("x");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @BeforeEach
    void in_spring() {
        play.at("2026-03-02T09:00");
    }

    /** “六有(有工作台账、有办公场地、有志愿队伍、有宣传阵地、有常态活动、有载体平台)” */
    @Test
    void no_award_is_given_before_all_of_both_lists_is_there_and_was_checked() {
        var site = entered("SD-" + NUMBERS.incrementAndGet());
        assertThat(play.holder(site)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(site, "create")).isEqualTo("2026-12-15T17:30");
        assertThat(play.due(site, "check")).isEqualTo("2026-06-30T17:30");
        check(site, SIX.subList(0, 5), FIVE);
        assertThat(play.refusal(LEADER, "award-county", site, "document", PAPER))
                .containsExactly("“六有”“五有”还没有全部达到，不能授牌。");
        play.does(CLERK, "progress", site, "progress", "平台建成", "six-haves", SIX, "five-haves", FIVE);
        assertThat(play.refusal(DISPATCHER, "award-county", site, "document", PAPER))
                .containsExactly("reason.not-yours");
        play.does(LEADER, "award-county", site, "document", PAPER);
        assertThat(play.step(site)).isEqualTo("county");
        assertThat(play.due(site, "check")).isEqualTo("2026-12-31T17:30");
        play.holds();
    }

    @Test
    void a_site_that_nobody_checked_gets_no_award() {
        var site = entered("SD-" + NUMBERS.incrementAndGet());
        play.does(CLERK, "progress", site, "progress", "全部建成", "six-haves", SIX, "five-haves", FIVE);
        assertThat(play.refusal(LEADER, "award-county", site, "document", PAPER))
                .containsExactly("授牌前应当检查一次。");
    }

    @Test
    void a_site_that_falls_behind_does_not_climb_further() {
        var site = awarded("SD-" + NUMBERS.incrementAndGet(), 1);
        check(site, SIX, List.of("body"));
        assertThat(play.refusal(LEADER, "award-city", site, "document", PAPER))
                .containsExactly("“六有”“五有”还没有全部达到，不能授牌。");
        play.does(LEADER, "end", site, "reason", "经费中断");
        assertThat(play.now(site).closed()).contains("explained");
    }

    @Test
    void the_awards_of_the_three_levels_are_those_of_the_source() {
        play.at("2026-11-24T09:00");
        for (int number = 0; number < 145; number++) {
            awarded("TX-" + number, number < 106 ? 1 : number < 135 ? 2 : 3);
        }
        assertThat(jdbc.sql("select step || ' ' || count(*) from subject where method = 'sites' and key like 'TX-%'"
                                + " group by step order by count(*)")
                        .query(String.class)
                        .list())
                .containsExactly("province 10", "city 29", "county 106");
    }

    private Order awarded(String code, int levels) {
        var site = entered(code);
        check(site, SIX, FIVE);
        Stream.of("award-county", "award-city", "award-province")
                .limit(levels)
                .forEach(award -> play.does(LEADER, award, site, "document", PAPER));
        return site;
    }

    private void check(Order site, List<String> six, List<String> five) {
        play.does(DISPATCHER, "check", site, "findings", "逐项核对", "six-haves", six, "five-haves", five);
    }

    private Order entered(String code) {
        return play.raises(
                "sites",
                CLERK,
                "enter",
                "code",
                code,
                "title",
                "同心社区甲",
                "region",
                COMMUNITY,
                "kind",
                "community",
                "officer",
                "负责人甲",
                "plan",
                "一年建成",
                "until",
                "2026-12-15");
    }
}
