package org.liudan.engine.decision;

import java.util.Optional;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/** Whether somebody is one of those who may act. */
record RoleCheck(Order order, PartyResolver parties) {

    boolean allow(Action action, Actor actor) {
        return action.by().stream().anyMatch(role -> is(actor, role));
    }

    private boolean is(Actor actor, Role role) {
        if (actor instanceof Actor.Officer officer) {
            var seat = Optional.of(officer.seat());
            return role instanceof Role.Holder
                    ? order.holder().equals(seat)
                    : role instanceof Role.PostOf post && parties.seat(post).equals(seat);
        }
        return actor instanceof Actor.Resident ? role instanceof Role.Resident : role instanceof Role.Machine;
    }
}
