package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.OTHER_DEPARTMENT;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.engine.decision.Village.STREET;

import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.OrderMessage;
import org.liudan.engine.order.Parent;
import org.liudan.engine.order.Seat;

/** Orders with parts that several units handle. */
class CrossMethodTest {

    private final JointOrders orders = new JointOrders();
    private final OrderNetwork network = orders.network;

    @Test
    void a_part_is_opened_for_every_unit_and_held_by_it() {
        long whole = orders.dispatched();
        assertThat(network.order(whole).kin().children())
                .extracting(Child::as, Child::unit, Child::open)
                .containsExactly(tuple("lead", DEPARTMENT, true), tuple("assisting", OTHER_DEPARTMENT, true));
        var part = network.order(network.child(whole, 1).id());
        assertThat(part.holder()).contains(new Seat(OTHER_DEPARTMENT, "handler"));
        assertThat(part.text("content")).isEqualTo("管道漏水，路面塌陷");
        assertThat(part.kin().parent()).contains(new Parent(whole, "assisting"));
    }

    @Test
    void the_whole_continues_when_the_last_part_has_ended() {
        long whole = orders.dispatched();
        network.take(network.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        assertThat(network.order(whole).step()).isEqualTo("handling");
        network.take(network.child(whole, 1).id(), JointOrders.OTHER_HANDLER, "finish", "result", "已换管道");
        assertThat(network.order(whole).step()).isEqualTo("checking");
        assertThat(network.actionsOf(whole))
                .containsExactly("raise", "dispatch", "child-ended", "child-ended", "gather");
    }

    @Test
    void the_late_part_is_named_and_the_other_is_not_blamed() {
        long whole = orders.dispatched();
        network.take(network.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        network.at("2026-03-09T09:00").processDueClocks();
        assertThat(network.order(whole).kin().children())
                .extracting(Child::unit, Child::late)
                .containsExactly(tuple(DEPARTMENT, false), tuple(OTHER_DEPARTMENT, true));
        assertThat(network.order(network.child(whole, 0).id()).late()).isFalse();
    }

    @Test
    void withdrawing_the_whole_ends_its_open_parts() {
        long whole = orders.dispatched();
        network.take(network.child(whole, 0).id(), HANDLER, "finish", "result", "已补路面");
        network.take(whole, RESIDENT, "withdraw");
        assertThat(network.order(network.child(whole, 0).id()).closed()).contains("done");
        assertThat(network.order(network.child(whole, 1).id()).closed()).contains("ceased");
        assertThat(network.order(whole).kin().children()).noneMatch(Child::open);
    }

    @Test
    void lateness_opens_an_order_that_presses_and_is_not_waited_for() {
        long whole = orders.dispatched();
        network.at("2026-03-20T09:00").processDueClocks();
        assertThat(network.order(whole).kin().children())
                .extracting(Child::as)
                .containsExactly("lead", "assisting", "pressing");
        network.take(network.child(whole, 0).id(), HANDLER, "finish", "result", "好");
        network.take(network.child(whole, 1).id(), JointOrders.OTHER_HANDLER, "finish", "result", "好");
        assertThat(network.order(whole).step()).isEqualTo("checking");
    }

    @Test
    void the_person_who_dispatched_may_not_close() {
        long whole = orders.dispatched();
        network.take(network.child(whole, 0).id(), HANDLER, "finish", "result", "好");
        network.take(network.child(whole, 1).id(), JointOrders.OTHER_HANDLER, "finish", "result", "好");
        var both = new Actor.Officer(STREET, "clerk", "dispatcher");
        var refused = (Decision.Refused) network.attempt(network.order(whole), both, "close", "result", "好");
        assertThat(refused.reasons()).extracting(Reason::key).containsExactly("reason.other-eyes");
        assertThat(network.take(whole, JointOrders.STREET_CLERK, "close", "result", "好")
                        .closed())
                .contains("done");
    }

    @Test
    void an_action_that_a_linked_order_cannot_take_leaves_an_event() {
        long whole = orders.dispatched();
        long part = network.child(whole, 0).id();
        network.take(part, HANDLER, "finish", "result", "好");
        network.add((Decision.Moved)
                new MessageHandler(network.methodOf(network.order(part)), network.order(part), network.context())
                        .hear(whole, new OrderMessage.Act(part, "cease", Map.of())));
        assertThat(network.actionsOf(part)).endsWith(MessageHandler.NOT_DONE);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
