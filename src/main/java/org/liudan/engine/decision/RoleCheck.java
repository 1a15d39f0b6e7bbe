package org.liudan.engine.decision;

import java.util.Optional;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/** Checks if an actor has one of the roles that may take an action. */
record RoleCheck(Order order, PartyResolver parties) {

    boolean allows(Action action, Actor actor) {
        return action.by().stream().anyMatch(role -> plays(actor, role));
    }

    private boolean plays(Actor actor, Role role) {
        if (actor instanceof Actor.Officer officer) {
            var seat = Optional.of(officer.seat());
            return role instanceof Role.Holder
                    ? order.holder().equals(seat)
                    : role instanceof Role.PostOf post && parties.seat(post).equals(seat);
        }
        return actor instanceof Actor.Resident ? role instanceof Role.Resident : role instanceof Role.Machine;
    }
}
