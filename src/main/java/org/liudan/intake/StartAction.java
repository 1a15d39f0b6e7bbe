package org.liudan.intake;

import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.order.Actor;

/** A way to raise an order: a start action of a method. */
public record StartAction(Method method, Action action) {

    /** True when somebody of this kind may take it; for which unit of the kind is decided when it is filled in. */
    boolean isFor(Actor who, OrganisationLookup offices) {
        return method.mightStart(action, who, offices);
    }

    boolean is(String methodId, String actionId) {
        return method.id().equals(methodId)
                && (actionId.isEmpty() || action.id().equals(actionId));
    }
}
