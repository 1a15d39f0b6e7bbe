package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.COMMUNITY;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.OTHER_DEPARTMENT;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.engine.decision.Village.STREET;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderMessage;
import org.liudan.engine.order.Parent;
import org.liudan.engine.order.Seat;
import org.liudan.rulebook.Joint;

/** Orders that belong together: parts handled by several units, orders merged and parted again. */
class CrossMethodTest {

    private static final Actor OTHER_HANDLER = new Actor.Officer(OTHER_DEPARTMENT, "handler", "water");
    private static final Actor STREET_CLERK = new Actor.Officer(STREET, "clerk", "street-clerk");

    private final Society society = new Society(Joint.methods()).at("2026-03-02T09:00");

    @Test
    void a_part_is_opened_for_every_unit_and_held_by_it() {
        long whole = dispatched();
        assertThat(society.order(whole).kin().children())
                .extracting(Child::as, Child::unit, Child::open)
                .containsExactly(tuple("lead", DEPARTMENT, true), tuple("assisting", OTHER_DEPARTMENT, true));
        var part = society.order(society.child(whole, 1).id());
        assertThat(part.holder()).contains(new Seat(OTHER_DEPARTMENT, "handler"));
        assertThat(part.text("content")).isEqualTo("管道漏水，路面塌陷");
        assertThat(part.kin().parent()).contains(new Parent(whole, "assisting"));
    }

    @Test
    void the_whole_goes_on_when_the_last_part_has_ended() {
        long whole = dispatched();
        society.does(society.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        assertThat(society.order(whole).step()).isEqualTo("handling");
        society.does(society.child(whole, 1).id(), OTHER_HANDLER, "finish", "result", "已换管道");
        assertThat(society.order(whole).step()).isEqualTo("checking");
        assertThat(society.happened(whole))
                .containsExactly("raise", "dispatch", "child-ended", "child-ended", "gather");
    }

    @Test
    void the_late_part_is_named_and_the_other_is_not_blamed() {
        long whole = dispatched();
        society.does(society.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        society.at("2026-03-09T09:00").rings();
        assertThat(society.order(whole).kin().children())
                .extracting(Child::unit, Child::late)
                .containsExactly(tuple(DEPARTMENT, false), tuple(OTHER_DEPARTMENT, true));
        assertThat(society.order(society.child(whole, 0).id()).late()).isFalse();
    }

    @Test
    void withdrawing_the_whole_ends_its_open_parts() {
        long whole = dispatched();
        society.does(society.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        society.does(whole, RESIDENT, "withdraw");
        assertThat(society.order(society.child(whole, 0).id()).closed()).contains("done");
        assertThat(society.order(society.child(whole, 1).id()).closed()).contains("ceased");
        assertThat(society.order(whole).kin().children()).noneMatch(Child::open);
    }

    @Test
    void lateness_opens_an_order_that_presses_and_is_not_waited_for() {
        long whole = dispatched();
        society.at("2026-03-20T09:00").rings();
        assertThat(society.order(whole).kin().children())
                .extracting(Child::as)
                .containsExactly("lead", "assisting", "pressing");
        society.does(society.child(whole, 0).id(), HANDLER, "finish", "result", "好");
        society.does(society.child(whole, 1).id(), OTHER_HANDLER, "finish", "result", "好");
        assertThat(society.order(whole).step()).isEqualTo("checking");
    }

    @Test
    void merging_and_undoing_it_brings_back_exactly_what_was() {
        long main = raised();
        long other = dispatched();
        var before = society.order(other);
        society.does(other, DISPATCHER, "merge", "into", Long.toString(main));
        assertThat(society.order(other).closed()).contains("merged");
        assertThat(society.order(main).kin().joined()).containsExactly(other);
        society.at("2026-03-04T15:00").does(other, DISPATCHER, "part");
        assertThat(standing(society.order(other))).isEqualTo(standing(before));
        assertThat(society.order(main).kin().joined()).isEmpty();
        assertThat(Order.fold(other, "joint", 1, society.eventsOf(other))).isEqualTo(society.order(other));
    }

    @Test
    void when_the_main_order_is_done_those_merged_into_it_go_on_with_its_result() {
        long main = dispatched();
        long other = raised();
        society.does(other, DISPATCHER, "merge", "into", Long.toString(main));
        society.does(society.child(main, 0).id(), HANDLER, "finish", "result", "好");
        society.does(society.child(main, 1).id(), OTHER_HANDLER, "finish", "result", "好");
        society.does(main, STREET_CLERK, "close", "result", "一起办好了");
        assertThat(society.order(other).step()).isEqualTo("checking");
        assertThat(society.order(other).text("result")).isEqualTo("一起办好了");
        assertThat(society.order(other).kin().main()).contains(main);
        assertThat(society.order(other).running()).isNotEmpty();
    }

    @Test
    void what_is_merged_into_an_order_that_is_withdrawn_stands_alone_again() {
        long main = raised();
        long other = raised();
        society.does(other, DISPATCHER, "merge", "into", Long.toString(main));
        society.does(main, RESIDENT, "withdraw");
        assertThat(society.order(other).step()).isEqualTo("sorting");
        assertThat(society.order(other).holder()).contains(new Seat(STREET, "dispatcher"));
    }

    @Test
    void what_joins_an_order_that_has_ended_meanwhile_comes_back() {
        long main = raised();
        long other = raised();
        var merging = society.tries(society.order(other), DISPATCHER, "merge", "into", Long.toString(main));
        society.does(main, RESIDENT, "withdraw");
        society.moved(merging, "merge");
        assertThat(society.order(other).step()).isEqualTo("sorting");
        assertThat(society.happened(other)).endsWith("merge", "merge-undone");
    }

    @Test
    void an_order_cannot_be_merged_into_itself() {
        long order = raised();
        var refused = (Decision.Refused)
                society.tries(society.order(order), DISPATCHER, "merge", "into", Long.toString(order));
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.merge-self");
    }

    /** It could not be told how to go on when the main order is done. */
    @Test
    void an_order_cannot_be_merged_into_one_of_another_method() {
        long whole = dispatched();
        long part = society.child(whole, 0).id();
        var refused = (Decision.Refused)
                society.tries(society.order(raised()), DISPATCHER, "merge", "into", Long.toString(part));
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.merge-method");
    }

    @Test
    void whoever_dispatched_is_not_who_closes() {
        long whole = dispatched();
        society.does(society.child(whole, 0).id(), HANDLER, "finish", "result", "好");
        society.does(society.child(whole, 1).id(), OTHER_HANDLER, "finish", "result", "好");
        var both = new Actor.Officer(STREET, "clerk", "dispatcher");
        var refused = (Decision.Refused) society.tries(society.order(whole), both, "close", "result", "好");
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.other-eyes");
        assertThat(society.does(whole, STREET_CLERK, "close", "result", "好").closed())
                .contains("done");
    }

    @Test
    void an_action_that_a_related_order_can_not_take_leaves_a_trace() {
        long whole = dispatched();
        long part = society.child(whole, 0).id();
        society.does(part, HANDLER, "finish", "result", "好");
        society.add((Decision.Moved)
                new MessageHandler(society.methodOf(society.order(part)), society.order(part), society.setting())
                        .hear(whole, new OrderMessage.Act(part, "cease", java.util.Map.of())));
        assertThat(society.happened(part)).endsWith(MessageHandler.NOT_DONE);
    }

    /** Everything about an order but its history. */
    private static List<Object> standing(Order order) {
        return List.of(
                order.step(),
                order.ring(),
                order.holder(),
                order.closed(),
                order.fields(),
                order.parties(),
                order.counts(),
                order.marks(),
                order.rings(),
                order.clocks(),
                order.took(),
                order.kin().children(),
                order.kin().main(),
                order.kin().aside().map(aside -> "aside").or(Optional::empty),
                new TreeMap<>(order.fields()));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private long raised() {
        return society.raises("joint", RESIDENT, "raise", "content", "管道漏水，路面塌陷", "region", COMMUNITY);
    }

    private long dispatched() {
        long id = raised();
        society.does(id, DISPATCHER, "dispatch", "lead", DEPARTMENT, "assisting", List.of(OTHER_DEPARTMENT));
        return id;
    }
}
