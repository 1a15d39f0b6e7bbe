package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** “做到小事不出楼栋、大事不出小区” */
@DistrictTest
class MeetingTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor OFFICE = Play.officer(STREET + "-affairs.handler");

    @Autowired
    Play play;

    @BeforeEach
    void monday() {
        play.at("2026-11-16T09:00");
    }

    /** “小区的党员、楼栋长、居民代表共21人……召开‘楼宇会’商议‘电动摩托车棚以及充电桩安装’等问题” */
    @Test
    void twenty_one_people_meet_decide_have_it_done_and_rate_it_once_each() {
        var meeting = called();
        hold(meeting);
        assertThat(play.refusal(CLERK, "decide", meeting, votes("15", "5", "2")))
                .containsExactly("票数比到会人数多。");
        assertThat(play.refusal(CLERK, "decide", meeting, votes("10", "8", "3")))
                .containsExactly("同意的没有过到会人数的半数，没有通过。");
        play.does(CLERK, "decide", meeting, votes("16", "3", "2"));
        assertThat(play.due(meeting, "do")).isEqualTo("2026-11-30T17:30");
        play.does(CLERK, "finish", meeting, "result", "车棚已搭好，安装充电桩 8 个。");
        assertThat(play.holder(meeting)).isEqualTo(COMMUNITY + ".clerk");
        for (int person = 1; person <= 21; person++) {
            assertThat(play.step(meeting)).isEqualTo("rating");
            play.does(Play.RESIDENT, "rate", meeting, "rating", person <= 18 ? "satisfied" : "average");
        }
        var done = play.now(meeting);
        assertThat(done.closed()).contains("done");
        assertThat(done.counts())
                .containsEntry("ratings", 21)
                .containsEntry("satisfied", 18)
                .containsEntry("average", 3);
        assertThat(play.refusal(Play.RESIDENT, "rate", meeting, "rating", "satisfied"))
                .containsExactly("reason.not-here");
        play.holds();
    }

    @Test
    void a_matter_that_the_meeting_cannot_settle_becomes_an_order_and_its_result_comes_back() {
        var meeting = called();
        hold(meeting);
        play.does(CLERK, "pass-up", meeting, "why-up", "要占用市政道路", "category", "infrastructure.parking");
        var order = play.childOf(meeting, STREET);
        assertThat(play.now(order).method()).isEqualTo("six-orders");
        assertThat(play.holder(order)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.now(order).text("content")).contains("充电桩");
        play.does(DISPATCHER, "sign", order);
        play.does(DISPATCHER, "assign", order, "office", STREET + "-affairs", "responsible", "分管领导", "days", "5");
        play.does(OFFICE, "finish-in-street", order, "result", "已协调画出充电车位 12 个。");
        assertThat(play.step(meeting)).isEqualTo("upward");
        play.does(CLERK, "record-rating", order, "contact", "visit", "rating", "satisfied");
        assertThat(play.step(meeting)).isEqualTo("telling");
        play.does(CLERK, "announce", meeting, "result", "街道协调画出充电车位 12 个。");
        assertThat(play.step(meeting)).isEqualTo("rating");
        play.does(Play.RESIDENT, "rate", meeting, "rating", "satisfied");
        play.at("2026-11-24T09:00");
        assertThat(play.now(meeting).closed()).contains("done");
        assertThat(play.now(meeting).counts()).containsEntry("ratings", 1);
        play.holds();
    }

    @Test
    void if_most_are_dissatisfied_the_secretary_has_it_done_again_or_gives_a_reason() {
        var meeting = called();
        hold(meeting);
        play.does(CLERK, "decide", meeting, votes("16", "3", "2"));
        play.does(CLERK, "finish", meeting, "result", "只装了两个");
        for (int person = 1; person <= 21; person++) {
            play.does(Play.RESIDENT, "rate", meeting, "rating", person <= 11 ? "dissatisfied" : "satisfied");
        }
        assertThat(play.holder(meeting)).isEqualTo(COMMUNITY + ".secretary");
        play.does(SECRETARY, "do-again", meeting, "reason", "数量不够", "who", "物业公司", "until", "2026-12-15");
        play.does(CLERK, "finish", meeting, "result", "又装了六个");
        assertThat(play.now(meeting).closed()).contains("done");
        play.holds();
    }

    @Test
    void a_resident_puts_a_matter_forward_and_the_community_calls_the_meeting() {
        var meeting = play.raises(
                "meeting", Play.RESIDENT, "propose", "content", "楼道灯坏了一半", "region", COMMUNITY, "building", "西 8 栋");
        assertThat(play.holder(meeting)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(meeting, "call")).isEqualTo("2026-11-23T17:30");
        play.does(
                CLERK,
                "give-notice",
                meeting,
                "kind",
                "building",
                "title",
                "更换楼道灯",
                "meets",
                "2026-11-18T19:30",
                "place",
                "西区老年活动中心");
        assertThat(play.step(meeting)).isEqualTo("noticed");
        play.holds();
    }

    private Order called() {
        return play.raises(
                "meeting",
                CLERK,
                "call",
                "kind",
                "building",
                "title",
                "电动摩托车棚以及充电桩安装",
                "content",
                "小区没有车棚和充电桩，私拉电线不安全",
                "region",
                COMMUNITY,
                "building",
                "彩色水泥厂生活小区",
                "meets",
                "2026-11-17T19:30",
                "place",
                "小区党支部会议室");
    }

    private void hold(Order meeting) {
        play.does(
                CLERK,
                "hold",
                meeting,
                "chair",
                "小区党支部书记",
                "attended",
                "21",
                "attendees",
                "党员、楼栋长、居民代表",
                "opinions",
                "16 人同意在东门搭车棚；3 人担心占用绿地。");
    }

    private static Object[] votes(String yes, String no, String none) {
        return new Object[] {
            "decision",
            "在东门空地搭车棚，装充电桩",
            "votes-for",
            yes,
            "votes-against",
            no,
            "abstained",
            none,
            "who",
            "物业公司和业委会",
            "until",
            "2026-11-30"
        };
    }
}
