package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

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

/** “27名党员市级领导干部与54名党外代表人士联谊交友,33名市级领导挂点联系143位台商和42个商协会,定期开展联谊交友活动” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class PairsTest {

    private static final Actor LEADER = Play.officer("leader-1.leader");
    private static final Actor OTHER_LEADER = Play.officer("leader-2.leader");
    private static final Actor INSPECTOR = Play.officer("supervision.inspector");
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
    void a_leader_has_a_contact_in_every_quarter_and_supervision_is_notified_of_a_missed_one() {
        var pair = paired("person");
        assertThat(play.holder(pair)).isEqualTo("leader-1.leader");
        assertThat(play.due(pair, "contact")).isEqualTo("2026-06-30T17:30");
        assertThat(play.refusal(OTHER_LEADER, "contact", pair, "how", "talk", "findings", "谈心"))
                .containsExactly("reason.not-yours");
        play.does(LEADER, "contact", pair, "how", "talk", "findings", "谈心交心一次");
        assertThat(play.due(pair, "contact")).isEqualTo("2026-09-30T17:30");
        play.at("2026-10-20T09:00");
        assertThat(play.now(pair).clock("contact").orElseThrow().escalated()).isEqualTo(1);
        play.holds();
    }

    @Test
    void what_a_person_needs_goes_to_the_street_and_what_a_chamber_needs_to_the_centre() {
        var person = paired("person");
        var chamber = paired("chamber");
        play.does(LEADER, "raise-need", person, "need", "小区停车难");
        play.does(LEADER, "raise-need", chamber, "need", "会员企业融资难");
        play.at("2026-04-01T09:10");
        assertThat(play.children(person)).hasSize(1);
        assertThat(play.holder(play.child(person, "need"))).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.children(chamber)).hasSize(1);
        assertThat(play.holder(play.child(chamber, "problem"))).isEqualTo("enterprise-centre.handler");
        assertThat(play.refusal(LEADER, "end", person, "reason", "调离")).containsExactly("还有反映事项没有办结。");
    }

    @Test
    void another_leader_takes_over() {
        var pair = paired("merchant");
        play.does(INSPECTOR, "change-leader", pair, "leader", "leader-2", "leader-name", "市领导乙", "reason", "分工调整");
        assertThat(play.holder(pair)).isEqualTo("leader-2.leader");
        play.does(OTHER_LEADER, "contact", pair, "how", "visit", "findings", "走访台企");
    }

    @Test
    void the_pairs_are_as_many_as_in_the_source() {
        play.at("2026-11-24T09:00");
        for (int number = 0; number < 54; number++) {
            pair("LY-P" + number, "person", "党员领导" + number % 27);
        }
        for (int number = 0; number < 143 + 42; number++) {
            pair("LY-" + number, number < 143 ? "merchant" : "chamber", "挂点领导" + number % 33);
        }
        assertThat(pairs("('person')")).isEqualTo("27 54");
        assertThat(pairs("('merchant')")).isEqualTo("33 143");
        assertThat(pairs("('chamber')")).isEqualTo("33 42");
        assertThat(pairs("('merchant', 'chamber')")).isEqualTo("33 185");
    }

    /** Pairs of a leader and a person or body that the leader stays in contact with. */
    private String pairs(String kinds) {
        return jdbc.sql("select count(distinct keeper) || ' ' || count(*) from subject where method = 'pairs'"
                        + " and key like 'LY-%' and state::jsonb #>> '{fields,kind}' in " + kinds)
                .query(String.class)
                .single();
    }

    private Order paired(String kind) {
        return pair("JD-" + NUMBERS.incrementAndGet(), kind, "市领导甲");
    }

    private Order pair(String code, String kind, String leader) {
        return play.raises(
                "pairs",
                LEADER,
                "pair",
                List.of(
                                "code",
                                code,
                                "title",
                                "联系对象甲",
                                "kind",
                                kind,
                                "region",
                                COMMUNITY,
                                "leader",
                                "leader-1",
                                "leader-name",
                                leader)
                        .toArray());
    }
}
