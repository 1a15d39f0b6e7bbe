package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 报单: matters that a community settles itself. */
@JourneyTest
class CommunityJourneyTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void set_the_clock_to_a_monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void the_community_solves_a_matter_and_the_resident_rates_it(Town town) {
        // given
        var raised = people.raised("三单元楼道灯坏了");
        var order = town.order("community", raised);
        // when
        order.perform(
                "take", "reasonable", "deferrable", "category", "infrastructure.public-facilities", "words", "明天来换灯。");
        assertThat(order.status()).isEqualTo("社区办理");
        assertThat(order.clock("社区办理")).contains("11月19日 17:30 前（还有 3 个工作日）");
        clock.set("2026-11-17T10:00");
        order.reload().perform("progress", "note", "买到了灯泡");
        order.perform("solve", "result", "已经换好。", "files", "新灯.jpg");
        assertThat(order.status()).isEqualTo("待评单");
        var track = town.track(raised);
        track.rate("satisfied", "谢谢");
        // then
        assertThat(track.confirmation()).isEqualTo("谢谢您的评价。");
        assertThat(track.status()).isEqualTo("办结已评");
        assertThat(track.rings())
                .extracting(TrackScreen.ShownRing::state)
                .containsExactly("done", "done", "skipped", "skipped", "skipped", "done");
        assertThat(track.history().get(0)).contains("评单", "满意", "谢谢");
        assertThat(track.history().toString()).contains("明天来换灯。", "已经换好。").doesNotContain("买到了灯泡");
        assertThat(track.photos()).containsExactly("新灯.jpg");
    }

    @Test
    void an_unreasonable_demand_is_explained_until_the_resident_understands(Town town) {
        // given
        var raised = people.raised("要求给我家单独修一条路");
        var order = town.order("community", raised);
        order.perform("find-unreasonable", "reason", "不符合规划，也没有先例");
        assertThat(order.status()).isEqualTo("解释疏导");
        // when the resident does not understand yet
        order.attempt("explain", "visitors", "街道干部和社区党员", "result", "讲了政策", "understood", "false");
        // then the order stays open
        assertThat(order.refusals()).containsExactly("居民还不理解，请先登记“上门疏导”，继续做工作。");
        assertThat(order.status()).isEqualTo("解释疏导");
        // when the community has visited and talked
        order.perform("visit", "visitors", "街道干部和社区党员", "note", "上门讲了规划", "files", "上门.jpg");
        clock.set("2026-11-17T10:00");
        order.reload().perform("explain", "visitors", "社区党员", "result", "居民看了规划图，表示理解。", "understood", "true");
        // then the order is closed, the resident is notified, and there is no rating
        assertThat(order.status()).isEqualTo("解释办结");
        var track = town.track(raised);
        assertThat(track.status()).isEqualTo("解释办结");
        assertThat(track.history().get(0)).contains("解释办结", "居民看了规划图，表示理解。");
        assertThat(track.offers("rate")).isFalse();
        assertThat(track.offers("remark")).isFalse();
    }

    @Test
    void a_withdrawn_order_leaves_nobody_with_work(Town town) {
        // given
        var raised = people.dispatched("门口井盖松动");
        var track = town.track(raised);
        // when
        track.withdraw("");
        assertThat(new FormFaults(track.window()).reasons()).containsExactly("请填写“理由”。");
        track.withdraw("物业已经修好了");
        // then
        assertThat(track.confirmation()).isEqualTo("诉求已撤回。");
        assertThat(track.status()).isEqualTo("居民撤回");
        assertThat(track.offers("withdraw")).isFalse();
        var order = town.order("department", raised);
        assertThat(order.status()).isEqualTo("居民撤回");
        assertThat(order.allowedActions()).isEmpty();
        assertThat(order.history().get(0)).contains("撤回诉求", "居民", "物业已经修好了");
    }
}
