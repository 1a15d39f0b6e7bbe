package org.liudan.intake;

import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.order.Actor;

/** A way to raise an order: a start action of a method. */
public record StartAction(Method method, Action action) {

    /** True if actors of this kind may take it. The unit is checked later, when the form is submitted. */
    boolean isOpenTo(Actor actor, OrganisationLookup organisation) {
        return method.mightStart(action, actor, organisation);
    }

    boolean matches(String methodId, String actionId) {
        return method.id().equals(methodId)
                && (actionId.isEmpty() || action.id().equals(actionId));
    }
}
