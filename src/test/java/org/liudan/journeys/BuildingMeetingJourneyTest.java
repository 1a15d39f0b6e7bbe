package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 楼宇会: neighbours meet and decide, the decision is carried out, and they rate it with the code on the notice. */
@JourneyTest
class BuildingMeetingJourneyTest {

    @Autowired
    SettableClock clock;

    @Test
    void neighbours_decide_and_each_of_them_rates_the_result(Town town) {
        // given a meeting called by the community
        clock.set("2026-11-16T09:00");
        var meeting = StartScreen.of(town.officer("community"), "meeting", "call")
                .register(
                        "kind",
                        "building",
                        "title",
                        "电动摩托车棚以及充电桩安装",
                        "content",
                        "小区没有车棚和充电桩",
                        "region",
                        District.COMMUNITY,
                        "building",
                        "生活小区 3 栋",
                        "meets",
                        "2026-11-16T19:30",
                        "place",
                        "小区党支部会议室");
        var code = meeting.facts().stream()
                .filter(fact -> fact.matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"))
                .findFirst()
                .orElseThrow();

        // when the meeting is held and decides
        clock.set("2026-11-17T09:00");
        meeting.reload()
                .perform(
                        "hold",
                        "chair",
                        "党支部书记",
                        "attended",
                        "3",
                        "attendees",
                        "党员、楼栋长、居民代表",
                        "opinions",
                        "两人同意，一人担心占用绿地。");
        meeting.attempt(
                "decide",
                "decision",
                "东门搭车棚",
                "votes-for",
                "1",
                "votes-against",
                "2",
                "abstained",
                "0",
                "who",
                "物业公司",
                "until",
                "2026-11-27");
        assertThat(meeting.refusals()).containsExactly("同意的没有过到会人数的半数，没有通过。");
        meeting.perform("decide", "votes-for", "2", "votes-against", "1");
        meeting.window().photograph("meeting-decided");
        clock.set("2026-11-25T09:00");
        meeting.reload().perform("finish", "result", "车棚已搭好。");

        // then each of the three neighbours rates it, and nobody else can
        for (int person = 0; person < 3; person++) {
            var track = TrackScreen.open(town.resident(), code);
            assertThat(track.offers("rate")).isTrue();
            track.rate("satisfied", "好");
        }
        var end = TrackScreen.open(town.resident(), code);
        assertThat(end.status()).isEqualTo("办结");
        assertThat(end.offers("rate")).isFalse();
        end.window().photograph("meeting-rated");
    }
}
