package org.liudan.intake;

import org.liudan.engine.Action;
import org.liudan.engine.Actor;
import org.liudan.engine.Method;
import org.liudan.engine.Offices;
import org.liudan.engine.Party;
import org.liudan.engine.Role;

/** A way to raise an order: a start action of a method. */
public record Start(Method method, Action action) {

    /** True when somebody of this kind may take it; for which unit of the kind is decided when it is filled in. */
    boolean isFor(Actor who, Offices offices) {
        return action.by().stream()
                .anyMatch(role -> who instanceof Actor.Officer officer
                        ? role instanceof Role.PostOf post
                                && post.post().equals(officer.post())
                                && mayBe(method.party(post.party()).source(), officer.unit(), offices)
                        : role instanceof Role.Resident);
    }

    /** True when the unit may play a part that comes from this source. */
    private boolean mayBe(Party.Source source, String unit, Offices offices) {
        if (source instanceof Party.Source.Given given) {
            return given.unit().equals(unit);
        }
        if (source instanceof Party.Source.OfRegion region) {
            return offices.isOf(unit, region.level());
        }
        if (source instanceof Party.Source.Chosen chosen) {
            return offices.isOf(unit, method.field(chosen.field()).kind().orElse(""));
        }
        return !(source instanceof Party.Source.Only only) || offices.isOf(unit, only.kind());
    }

    boolean is(String methodId, String actionId) {
        return method.id().equals(methodId)
                && (actionId.isEmpty() || action.id().equals(actionId));
    }
}
