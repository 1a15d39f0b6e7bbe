package org.liudan.engine;

import java.util.Optional;

/** Whether somebody is one of those who may act. */
record Roles(Order order, Parties parties) {

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
