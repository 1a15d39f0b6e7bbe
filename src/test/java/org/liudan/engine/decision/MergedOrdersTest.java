package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.engine.decision.Village.STREET;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/** Orders that are merged, and merges that are undone. */
class MergedOrdersTest {

    private final JointOrders orders = new JointOrders();
    private final OrderNetwork network = orders.network;

    @Test
    void undoing_a_merge_restores_the_state_before_it() {
        long main = orders.raised();
        long other = orders.dispatched();
        var before = network.order(other);
        network.take(other, DISPATCHER, "merge", "into", Long.toString(main));
        assertThat(network.order(other).closed()).contains("merged");
        assertThat(network.order(main).kin().joined()).containsExactly(other);
        network.at("2026-03-04T15:00").take(other, DISPATCHER, "part");
        assertThat(state(network.order(other))).isEqualTo(state(before));
        assertThat(network.order(main).kin().joined()).isEmpty();
        assertThat(Order.fold(other, "joint", 1, network.eventsOf(other))).isEqualTo(network.order(other));
    }

    @Test
    void when_the_main_order_is_done_the_merged_orders_continue_with_its_result() {
        long main = orders.dispatched();
        long other = orders.raised();
        network.take(other, DISPATCHER, "merge", "into", Long.toString(main));
        network.take(network.child(main, 0).id(), HANDLER, "finish", "result", "好");
        network.take(network.child(main, 1).id(), JointOrders.OTHER_HANDLER, "finish", "result", "好");
        network.take(main, JointOrders.STREET_CLERK, "close", "result", "一起办好了");
        assertThat(network.order(other).step()).isEqualTo("checking");
        assertThat(network.order(other).text("result")).isEqualTo("一起办好了");
        assertThat(network.order(other).kin().main()).contains(main);
        assertThat(network.order(other).running()).isNotEmpty();
    }

    @Test
    void when_the_main_order_is_withdrawn_the_merged_order_is_on_its_own_again() {
        long main = orders.raised();
        long other = orders.raised();
        network.take(other, DISPATCHER, "merge", "into", Long.toString(main));
        network.take(main, RESIDENT, "withdraw");
        assertThat(network.order(other).step()).isEqualTo("sorting");
        assertThat(network.order(other).holder()).contains(new Seat(STREET, "dispatcher"));
    }

    @Test
    void an_order_merged_into_one_that_was_closed_meanwhile_is_unmerged() {
        long main = orders.raised();
        long other = orders.raised();
        var merging = network.attempt(network.order(other), DISPATCHER, "merge", "into", Long.toString(main));
        network.take(main, RESIDENT, "withdraw");
        network.requireMoved(merging, "merge");
        assertThat(network.order(other).step()).isEqualTo("sorting");
        assertThat(network.actionsOf(other)).endsWith("merge", "merge-undone");
    }

    @Test
    void an_order_cannot_be_merged_into_itself() {
        long order = orders.raised();
        var refused = (Decision.Refused)
                network.attempt(network.order(order), DISPATCHER, "merge", "into", Long.toString(order));
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.merge-self");
    }

    /** The main order could not tell it how to continue at the end. */
    @Test
    void an_order_cannot_be_merged_into_one_of_another_method() {
        long whole = orders.dispatched();
        long part = network.child(whole, 0).id();
        var refused = (Decision.Refused)
                network.attempt(network.order(orders.raised()), DISPATCHER, "merge", "into", Long.toString(part));
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.merge-method");
    }

    /** The state of an order without its history. */
    private static List<Object> state(Order order) {
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
                order.kin().aside().map(snapshot -> "merged").or(Optional::empty),
                new TreeMap<>(order.fields()));
    }
}
