package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.HANDLER;

import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 评单: the resident's rating decides. */
@JourneyTest
class RatingJourneyTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Test
    void a_dissatisfied_resident_gets_one_round_of_rework_and_rates_again(Town town) {
        // given a resident who is dissatisfied
        clock.set("2026-11-16T09:00");
        var order = finished("绿化带垃圾没人清");
        var track = town.track(order);
        track.rate("dissatisfied", "只清了一半");
        assertThat(track.status()).isEqualTo("不满意复核");
        // when the street has it reworked and the department finishes again
        clock.set("2026-11-17T09:00");
        var street = DeskScreen.open(town.officer("street"), "todo").open("绿化带垃圾没人清");
        street.perform("rework", "reason", "确实没有清完", "days", "2");
        assertThat(street.clock("办结")).contains("11月19日 17:30 前（还有 2 个工作日）");
        clock.set("2026-11-18T09:00");
        town.order("department", order).perform("finish", "result", "全部清完。", "files", "清完.jpg");
        track.reload().rate("satisfied", "这回干净了");
        // then both ratings are in the history and the last one counts
        assertThat(track.status()).isEqualTo("办结已评");
        assertThat(track.history().get(0)).contains("评单", "满意", "这回干净了");
        assertThat(track.history().toString()).contains("不满意", "只清了一半", "返工", "全部清完。");
        assertThat(town.order("department", order).facts()).contains("这回干净了");
    }

    @Test
    void after_a_rework_the_street_closes_with_a_reason(Town town) {
        // given a resident who is dissatisfied a second time
        clock.set("2026-11-16T09:00");
        var order = finished("广场舞声音太大");
        people.does(District.People.RESIDENT, "rate", order, "rating", "dissatisfied");
        people.does(District.People.DISPATCHER, "rework", order, "reason", "再去一次", "days", "2");
        people.does(HANDLER, "finish", order, "result", "又劝过了。", "files", "x");
        town.track(order).rate("dissatisfied", "还是吵");
        // when
        var street = town.order("street", order);
        assertThat(street.blockedActions()).contains("返工：已经返工一次，请说明理由后办结。");
        street.perform("uphold", "words", "九点前声音在国家标准以内，已约定九点结束。");
        // then
        var track = town.track(order);
        assertThat(track.status()).isEqualTo("办结已评");
        assertThat(track.history().get(0)).contains("说明理由办结", "已约定九点结束");
    }

    private Order finished(String content) {
        var order = people.dispatched(content);
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到。");
        return people.does(HANDLER, "finish", order, "result", "清过了。", "files", "x");
    }
}
