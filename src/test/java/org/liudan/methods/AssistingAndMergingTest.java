package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.Play.RESIDENT;
import static org.liudan.testing.Play.handler;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that several units work on, and orders that are merged into another. */
@DistrictTest
class AssistingAndMergingTest {

    @Autowired
    Play play;

    @Autowired
    District.People people;

    @BeforeEach
    void on_a_monday_morning() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void assisting_units_finish_first_or_are_named_as_late() {
        var order = people.raised();
        play.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        play.does(DISPATCHER, "sign", order);
        order = play.does(
                DISPATCHER,
                "dispatch",
                order,
                "department",
                "city-management",
                "assisting",
                List.of("power-supply", "housing"));
        var power = play.childOf(order, "power-supply");
        play.isHeldBy(power, "power-supply", "handler");
        play.isDue(power, "assist", "2026-11-19T17:30");
        play.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "今天来看。");
        play.does(handler("power-supply"), "finish", power, "result", "线路已通电。");
        assertThat(play.refusal(HANDLER, "finish", order, "result", "灯亮了。", "files", "x"))
                .containsExactly("还有协办单位没有办完，请等其办完，或写明是哪个单位和原因。");
        var housing = play.at("2026-11-19T17:30").now(play.childOf(order, "housing"));
        assertThat(housing.late()).isTrue();
        assertThat(play.now(order).kin().children())
                .filteredOn(child -> child.late())
                .extracting(child -> child.unit())
                .containsExactly("housing");
        order = play.does(HANDLER, "finish", order, "result", "灯亮了。", "files", "x", "unfinished", "区住建局：路面未恢复");
        assertThat(order.step()).isEqualTo("rating");
        play.holds();
    }

    @Test
    void returning_an_order_ends_its_assisting_parts() {
        var order = people.raised();
        play.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        play.does(DISPATCHER, "sign", order);
        play.does(DISPATCHER, "dispatch", order, "department", "city-management", "assisting", List.of("power-supply"));
        play.does(HANDLER, "return", order, "reason", "不属本单位职责。");
        assertThat(play.childOf(order, "power-supply").closed()).contains("ceased");
    }

    /** Repeated requests are merged into one order. Every petitioner is stored, notified and asked for a rating. */
    @Test
    void merged_orders_are_rated_each_by_its_own_petitioner_when_the_main_one_is_finished() {
        var main = people.dispatched("三栋楼下路灯坏了");
        var other = people.raised("四栋门口没有路灯");
        other = play.does(DISPATCHER, "merge", other, "into", play.number(main), "reason", "同一盏灯");
        assertThat(other.closed()).contains("merged");
        play.does(HANDLER, "accept", main, "difficulty", "ordinary", "words", "今天来看。");
        play.does(HANDLER, "finish", main, "result", "灯头已换。", "files", "x");
        other = play.now(other);
        assertThat(other.step()).isEqualTo("rating");
        assertThat(other.text("result")).isEqualTo("灯头已换。");
        play.isHeldBy(other, District.COMMUNITY, "clerk");
        play.does(RESIDENT, "rate", main, "rating", "satisfied");
        other = play.does(RESIDENT, "rate", other, "rating", "average");
        assertThat(other.text("rating")).isEqualTo("average");
        assertThat(other.text("content")).isEqualTo("四栋门口没有路灯");
        play.holds();
    }

    @Test
    void merging_is_undone_without_loss() {
        var main = people.raised("三栋楼下路灯坏了");
        var other = people.raised("四栋门口没有路灯");
        play.does(DISPATCHER, "merge", other, "into", play.number(main), "reason", "同一盏灯");
        var separated = play.does(DISPATCHER, "unmerge", other, "reason", "不是同一盏灯");
        assertThat(separated.step()).isEqualTo(other.step());
        assertThat(separated.holder()).isEqualTo(other.holder());
        assertThat(separated.fields()).isEqualTo(other.fields());
        assertThat(separated.running()).isEqualTo(other.running());
        assertThat(play.now(main).kin().joined()).isEmpty();
        play.holds();
    }
}
