package org.liudan.engine.decision;

import static org.liudan.engine.decision.Village.COMMUNITY;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.OTHER_DEPARTMENT;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.engine.decision.Village.STREET;

import java.util.List;
import org.liudan.engine.order.Actor;
import org.liudan.rulebook.Joint;

/** A network with orders of the method for joint handling. */
final class JointOrders {

    static final Actor OTHER_HANDLER = new Actor.Officer(OTHER_DEPARTMENT, "handler", "water");
    static final Actor STREET_CLERK = new Actor.Officer(STREET, "clerk", "street-clerk");

    final OrderNetwork network = new OrderNetwork(Joint.methods()).at("2026-03-02T09:00");

    /** Raises an order and returns its id. */
    long raised() {
        return network.raise("joint", RESIDENT, "raise", "content", "管道漏水，路面塌陷", "region", COMMUNITY);
    }

    /** Raises an order and dispatches it to two departments. Returns its id. */
    long dispatched() {
        long id = raised();
        network.take(id, DISPATCHER, "dispatch", "lead", DEPARTMENT, "assisting", List.of(OTHER_DEPARTMENT));
        return id;
    }
}
