package org.liudan.intake;

import org.liudan.engine.Action;
import org.liudan.engine.Actor;
import org.liudan.engine.Method;
import org.liudan.engine.Role;

/** A way to raise an order: a start action of a method. */
public record Start(Method method, Action action) {

    /** True when somebody of this kind may take it; for which unit is decided when it is filled in. */
    boolean isFor(Actor who) {
        return action.by().stream()
                .anyMatch(role -> who instanceof Actor.Officer officer
                        ? role instanceof Role.PostOf post && post.post().equals(officer.post())
                        : role instanceof Role.Resident);
    }

    boolean is(String methodId, String actionId) {
        return method.id().equals(methodId)
                && (actionId.isEmpty() || action.id().equals(actionId));
    }
}
