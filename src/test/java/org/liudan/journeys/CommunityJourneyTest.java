package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 报单: what ends in the community. */
@JourneyTest
class CommunityJourneyTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void what_the_community_can_solve_it_solves_and_the_resident_rates_it(Town town) {
        // given
        var raised = people.raised("三单元楼道灯坏了");
        var order = town.order("community", raised);
        // when
        order.does(
                "take", "reasonable", "deferrable", "category", "infrastructure.public-facilities", "words", "明天来换灯。");
        assertThat(order.status()).isEqualTo("社区办理");
        assertThat(order.clock("社区办理")).contains("11月19日 17:30 前（还有 3 个工作日）");
        clock.set("2026-11-17T10:00");
        order.again().does("progress", "note", "买到了灯泡");
        order.does("solve", "result", "已经换好。", "files", "新灯.jpg");
        assertThat(order.status()).isEqualTo("待评单");
        var track = town.track(raised);
        track.rate("satisfied", "谢谢");
        // then
        assertThat(track.done()).isEqualTo("谢谢您的评价。");
        assertThat(track.status()).isEqualTo("办结已评");
        assertThat(track.rings())
                .extracting(TrackScreen.Ring::state)
                .containsExactly("done", "done", "skipped", "skipped", "skipped", "done");
        assertThat(track.record().get(0)).contains("评单", "满意", "谢谢");
        assertThat(track.record().toString()).contains("明天来换灯。", "已经换好。").doesNotContain("买到了灯泡");
        assertThat(track.photos()).containsExactly("新灯.jpg");
    }

    @Test
    void what_is_unreasonable_is_visited_and_explained_until_the_resident_understands(Town town) {
        // given
        var raised = people.raised("要求给我家单独修一条路");
        var order = town.order("community", raised);
        order.does("find-unreasonable", "reason", "不符合规划，也没有先例");
        assertThat(order.status()).isEqualTo("解释疏导");
        // when the resident does not understand yet
        order.tries("explain", "visitors", "街道干部和社区党员", "result", "讲了政策", "understood", "false");
        // then it stays open
        assertThat(order.refusals()).containsExactly("居民还不理解，请先登记“上门疏导”，继续做工作。");
        assertThat(order.status()).isEqualTo("解释疏导");
        // when they have visited and talked
        order.does("visit", "visitors", "街道干部和社区党员", "note", "上门讲了规划", "files", "上门.jpg");
        clock.set("2026-11-17T10:00");
        order.again().does("explain", "visitors", "社区党员", "result", "居民看了规划图，表示理解。", "understood", "true");
        // then it is closed, told to the resident, and not rated
        assertThat(order.status()).isEqualTo("解释办结");
        var track = town.track(raised);
        assertThat(track.status()).isEqualTo("解释办结");
        assertThat(track.record().get(0)).contains("解释办结", "居民看了规划图，表示理解。");
        assertThat(track.offers("rate")).isFalse();
        assertThat(track.offers("remark")).isFalse();
    }

    @Test
    void a_resident_withdraws_and_nobody_has_anything_to_do_any_more(Town town) {
        // given
        var raised = people.dispatched("门口井盖松动");
        var track = town.track(raised);
        // when
        track.withdraw("");
        assertThat(new Faults(track.window()).reasons()).containsExactly("请填写“理由”。");
        track.withdraw("物业已经修好了");
        // then
        assertThat(track.done()).isEqualTo("诉求已撤回。");
        assertThat(track.status()).isEqualTo("居民撤回");
        assertThat(track.offers("withdraw")).isFalse();
        var order = town.order("department", raised);
        assertThat(order.status()).isEqualTo("居民撤回");
        assertThat(order.can()).isEmpty();
        assertThat(order.record().get(0)).contains("撤回诉求", "居民", "物业已经修好了");
    }
}
