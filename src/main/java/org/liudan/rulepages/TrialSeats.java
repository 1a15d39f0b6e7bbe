package org.liudan.rulepages;

import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Party;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * Finds who in the district would act on an imaginary order.
 *
 * @param answers the answers in the form; for a new order, the region among them decides which units take part
 */
record TrialSeats(Method method, Order order, Map<String, String> answers, OrganisationLookup offices) {

    /** How many parties may refer to one another, so that a circle ends. */
    private static final int MAX_DEPTH = 10;

    /** The actor in this role; empty if nobody has it. */
    Optional<Actor> actor(Role role) {
        if (role instanceof Role.Resident) {
            return Optional.of(new Actor.Resident());
        }
        if (role instanceof Role.Machine) {
            return Optional.of(new Actor.Machine());
        }
        return seat(role).map(seat -> new Actor.Officer(seat.unit(), seat.post(), seat.unit() + "/" + seat.post()));
    }

    /** The unit and post in this role; for a role that is not a post, the holder of the order. */
    Optional<Seat> seat(Role role) {
        return role instanceof Role.PostOf post ? seat(post, MAX_DEPTH) : order.holder();
    }

    private Optional<Seat> seat(Role.PostOf role, int depth) {
        var unit = unit(role.party(), depth);
        return unit.isPresent() || depth == 0
                ? unit.map(found -> new Seat(found, role.post()))
                : method.party(role.party()).otherwise().flatMap(other -> seat(other, depth - 1));
    }

    private Optional<String> unit(String party, int depth) {
        var known = order.parties().get(party);
        if (known != null) {
            return Optional.of(known);
        }
        var source = method.party(party).source();
        if (source instanceof Party.Source.OfRegion region) {
            return method.fields().values().stream()
                    .filter(field -> field.type() == FieldType.REGION)
                    .flatMap(field -> Optional.ofNullable(answers.get(field.id())).stream())
                    .filter(code -> !code.isBlank())
                    .findFirst()
                    .flatMap(code -> offices.ofRegion(code, region.level()));
        }
        if (source instanceof Party.Source.Only only) {
            return offices.only(only.kind());
        }
        if (source instanceof Party.Source.Given given) {
            return Optional.of(given.unit());
        }
        return source instanceof Party.Source.AttachedTo attached && depth > 0
                ? unit(attached.party(), depth - 1).flatMap(offices::attachedTo)
                : Optional.empty();
    }
}
