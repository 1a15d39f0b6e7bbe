package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** “扎实推进居民自建房安全专项整治工作及百日攻坚行动”. {@code ImportBench} runs it at full size. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class CampaignTest {

    private static final Actor HOUSING = Play.handler("housing");
    private static final Actor RECHECK = Play.handler("recheck-group");
    private static final String STREET = "431271002";
    private static final String COMMUNITY = "431271002001";
    private static final String OTHER_STREET = "431271004";
    private static final String OTHER_COMMUNITY = "431271004002";
    private static int numbers;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void in_may() {
        play.at("2026-05-06T09:00");
    }

    @Test
    void every_community_of_the_area_has_a_task_and_none_is_done_before_all_of_it_is_surveyed() {
        var known = entered(OTHER_COMMUNITY, "中山路1号", "a");
        play.does(RECHECK, "confirm", known);
        play.at("2026-06-01T09:00");
        var campaign = begun(OTHER_STREET, "2026-06-01", 5);
        var communities = play.children(campaign);
        assertThat(communities)
                .hasSizeGreaterThan(1)
                .allMatch(child -> child.unit().startsWith(OTHER_STREET));
        var task = play.childOf(campaign, OTHER_COMMUNITY);
        assertThat(play.holder(task)).isEqualTo(OTHER_COMMUNITY + ".secretary");
        var secretary = Play.officer(OTHER_COMMUNITY + ".secretary");
        assertThat(play.refusal(secretary, "done", task)).containsExactly("还有房屋没有排查，请看进度页。");
        assertThat(progress(campaign)).contains("未排查</dt><dd class=\"num\"><a", ">1</a>");
        checked(known);
        entered(OTHER_COMMUNITY, "中山路2号", "b");
        play.does(secretary, "done", task);
        assertThat(progress(campaign))
                .contains("应排查</dt><dd class=\"num\">2<", "已排查</dt><dd class=\"num\">2<", "100%", "6月1日");
        assertThat(play.refusal(HOUSING, "finish", campaign)).containsExactly("还有村（社区）没有上报完成。");
        for (var child : communities) {
            if (!child.unit().equals(OTHER_COMMUNITY)) {
                play.does(
                        Play.officer(child.unit() + ".secretary"),
                        "done",
                        play.desk().find(child.id()).orElseThrow());
            }
        }
        play.does(HOUSING, "finish", campaign);
        assertThat(play.step(campaign)).isEqualTo("summing-up");
        play.holds();
    }

    @Test
    void a_community_divides_its_task_among_its_grids_and_is_done_when_they_are() {
        play.at("2026-06-10T09:00");
        var campaign = begun(STREET, "2026-06-10", 5);
        var task = play.childOf(campaign, COMMUNITY);
        var secretary = Play.officer(COMMUNITY + ".secretary");
        play.does(secretary, "split", task);
        var grids = play.children(task);
        assertThat(grids).hasSizeGreaterThan(1).allMatch(child -> child.unit().startsWith(COMMUNITY));
        assertThat(play.refusal(secretary, "split", task)).containsExactly("已经分给网格了。");
        assertThat(play.refusal(secretary, "done", task)).contains("还有网格没有上报完成。");
        var grid = play.order(grids.get(0));
        assertThat(play.holder(grid)).isEqualTo(grids.get(0).unit() + ".worker");
        play.does(HOUSING, "stop", campaign, "reason", "防汛");
        assertThat(play.step(grid)).isEqualTo("stopped");
        play.does(HOUSING, "resume", campaign);
        assertThat(play.step(grid)).isEqualTo("surveying");
        for (var child : grids) {
            play.does(Play.officer(child.unit() + ".worker"), "done", play.order(child));
        }
        assertThat(play.children(task)).noneMatch(child -> child.open());
        play.holds();
    }

    @Test
    void a_campaign_that_is_stopped_loses_no_time_and_goes_on_everywhere() {
        var campaign = begun("2026-05-06", 5);
        var task = play.child(campaign, "community");
        var due = play.due(task, "survey");
        play.at("2026-05-08T09:00");
        play.does(HOUSING, "stop", campaign, "reason", "防汛");
        assertThat(play.step(task)).isEqualTo("stopped");
        play.at("2026-05-13T09:00");
        play.does(HOUSING, "resume", campaign);
        assertThat(play.step(task)).isEqualTo("surveying");
        assertThat(play.due(task, "survey")).isGreaterThan(due);
        play.holds();
    }

    @Test
    void others_check_a_share_again_and_untrue_entries_are_surveyed_again() {
        var houses = new ArrayList<Order>();
        for (int house = 0; house < 40; house++) {
            var entered = entered("抽查路" + house + "号", "a");
            play.does(RECHECK, "confirm", entered);
            houses.add(entered);
        }
        var campaign = begun("2026-05-01", 100);
        var page = progress(campaign);
        assertThat(page).contains("抽查复核（100%）");
        var house = houses.get(7);
        assertThat(page).contains("/subjects/" + play.number(house));
        play.does(RECHECK, "spot-check", house, "truthful", false, "findings", "实为三层，登记两层");
        assertThat(play.step(house)).isEqualTo("correcting");
        assertThat(play.now(house).counts()).containsEntry("doubts", 1);
        assertThat(progress(campaign)).doesNotContain("/subjects/" + play.number(house));
        var some = begun("2026-05-01", 20);
        assertThat(progress(some)).contains("抽查复核（20%）");
        assertThat(drawn(some)).isEqualTo(drawn(some)).isNotEmpty();
    }

    @Test
    void double_entries_are_found() {
        var first = entered("重复巷5号", "a");
        var other = entered("重复巷5号", "a");
        var page = new Browser(port)
                .as("inspector")
                .get("/orders/" + play.number(begun("2026-05-06", 5)) + "/survey?alike=true")
                .body();
        assertThat(page).contains(play.number(first), play.number(other));
    }

    /** “整治702栋房屋”: a dangerous building becomes a hazard at once, and counts as rectified when that is struck off. */
    @Test
    void a_dangerous_building_is_handed_over_and_counts_as_rectified_when_it_is_struck_off() {
        var campaign = begun("2026-05-06", 5);
        var house = entered("危房弄1号", "d");
        assertThat(play.step(house)).isEqualTo("dangerous");
        assertThat(play.child(house, "hazard").method()).isEqualTo("hazard");
        assertThat(progress(campaign)).contains("已整治</dt><dd class=\"num\">0<");
        play.does(Play.officer(STREET + ".dispatcher"), "dismiss", play.child(house, "hazard"), "reason", "已整体拆除重建");
        assertThat(play.step(house)).isEqualTo("looking-again");
        assertThat(progress(campaign)).contains("已整治</dt><dd class=\"num\">1<");
    }

    private Order begun(String from, int share) {
        return begun(STREET, from, share);
    }

    private Order begun(String area, String from, int share) {
        return play.raises(
                "campaign",
                HOUSING,
                "begin",
                "title",
                "自建房百日攻坚",
                "content",
                "逐栋排查",
                "area",
                List.of(area),
                "from",
                from,
                "share",
                share);
    }

    private String progress(Order campaign) {
        return new Browser(port)
                .as("inspector")
                .get("/orders/" + play.number(campaign) + "/survey")
                .body();
    }

    /** The numbers of the subjects that were drawn for a second check. */
    private List<String> drawn(Order campaign) {
        return Pattern.compile("/subjects/([0-9-]+)")
                .matcher(progress(campaign))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private void checked(Order house) {
        play.does(
                Play.officer(OTHER_COMMUNITY + ".clerk"),
                "check",
                house,
                "danger",
                "a",
                "use",
                "home",
                "rented",
                false,
                "crowd",
                false,
                "findings",
                "无变化");
    }

    private Order entered(String place, String danger) {
        return entered(COMMUNITY, place, danger);
    }

    private Order entered(String community, String place, String danger) {
        return play.raises(
                "buildings",
                Play.officer(community + ".clerk"),
                "enter",
                Filled.house("C-" + ++numbers, community, "place", place, "danger", danger, "photos", List.of("x")));
    }
}
