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

/** “截至目前,全县累计排查200986栋房屋,整治702栋房屋” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class BuildingsTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor RECHECKER = Play.handler("recheck-group");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @BeforeEach
    void in_summer() {
        play.at("2026-06-01T09:00");
    }

    /** “组建复核工作小组对全县各乡镇（街道）已排查录入数据逐一进行复核” */
    @Test
    void others_recheck_a_survey_and_every_house_is_seen_once_a_year() {
        var house = surveyed("a", "home", "");
        assertThat(play.holder(house)).isEqualTo("recheck-group.handler");
        assertThat(play.due(house, "recheck")).isEqualTo("2026-06-15T17:30");
        assertThat(play.refusal(CLERK, "confirm", house)).containsExactly("reason.not-yours");
        play.does(RECHECKER, "confirm", house);
        assertThat(play.holder(house)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(house, "check")).isEqualTo("2027-12-31T17:30");
        play.holds();
    }

    @Test
    void an_untrue_survey_is_made_again_within_a_week() {
        var house = surveyed("a", "home", "");
        play.does(RECHECKER, "doubt", house, "reason", "现场为三层，录入为二层");
        assertThat(play.holder(house)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(house, "correct")).isEqualTo("2026-06-08T17:30");
        assertThat(play.now(house).counts()).containsEntry("returns", 1);
    }

    /** “聘请专业检测鉴定公司对经营性自建房和农村重点房屋全覆盖开展安全隐患排查” */
    @Test
    void a_house_used_for_business_is_not_entered_without_the_firm_that_appraised_it() {
        assertThat(play.raisingRefused("buildings", CLERK, "enter", answers("a", "business", "")))
                .containsExactly("经营性自建房和农村重点房屋应由专业机构检测鉴定，请填写鉴定机构。");
        var house = surveyed("b", "business", "某检测公司");
        assertThat(play.step(house)).isEqualTo("entered");
    }

    /** “对排查发现的隐患建筑严格落实点对点交办” */
    @Test
    void a_dangerous_house_is_handed_over_as_a_hazard_and_looked_at_again_when_it_is_struck_off() {
        var house = surveyed("d", "home", "");
        assertThat(play.step(house)).isEqualTo("dangerous");
        play.at("2026-06-01T09:05");
        var hazard = play.child(house, "hazard");
        assertThat(play.holder(hazard)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(hazard, "list")).isEqualTo("2026-06-01T17:30");
        assertThat(play.now(hazard).text("channel")).isEqualTo("register");
        assertThat(play.now(hazard).text("content")).isEqualTo("外墙裂缝");
        play.does(DISPATCHER, "dismiss", hazard, "reason", "已整体拆除重建");
        play.at("2026-06-02T09:00");
        assertThat(play.step(house)).isEqualTo("looking-again");
        assertThat(play.due(house, "look-again")).isEqualTo("2026-06-08T17:30");
        check(house, "a");
        assertThat(play.step(house)).isEqualTo("kept");
        assertThat(play.due(house, "check")).isEqualTo("2027-12-31T17:30");
        play.holds();
    }

    @Test
    void a_danger_found_in_a_later_year_opens_a_hazard_too() {
        var house = surveyed("b", "home", "");
        play.does(RECHECKER, "confirm", house);
        check(house, "b");
        assertThat(play.step(house)).isEqualTo("kept");
        assertThat(play.children(house)).isEmpty();
        check(house, "c");
        play.at("2026-06-01T10:00");
        assertThat(play.step(house)).isEqualTo("dangerous");
        assertThat(play.step(play.child(house, "hazard"))).isEqualTo("found");
        assertThat(play.refusal(SECRETARY, "pull-down", house, "reason", "拆除", "photos", List.of("x")))
                .containsExactly("reason.not-here");
    }

    private void check(Order house, String danger) {
        play.does(
                CLERK,
                "check",
                house,
                "danger",
                danger,
                "use",
                "home",
                "rented",
                false,
                "crowd",
                false,
                "findings",
                "逐层查看");
    }

    private Order surveyed(String danger, String use, String appraiser) {
        return play.raises("buildings", CLERK, "enter", answers(danger, use, appraiser));
    }

    private static Object[] answers(String danger, String use, String appraiser) {
        return Filled.house(
                "FW-" + NUMBERS.incrementAndGet(), COMMUNITY, "danger", danger, "use", use, "appraiser", appraiser);
    }
}
