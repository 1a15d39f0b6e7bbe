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
 * Who in the district would act on an imaginary order.
 *
 * @param answers what is being filled in, from which follows who may raise it
 */
record TrialSeats(Method method, Order order, Map<String, String> answers, OrganisationLookup offices) {

    private static final int DEEP = 10;

    /** The actor that a rule's role means here; empty when nobody has that part. */
    Optional<Actor> actor(Role role) {
        if (role instanceof Role.Resident) {
            return Optional.of(new Actor.Resident());
        }
        if (role instanceof Role.Machine) {
            return Optional.of(new Actor.Machine());
        }
        return seat(role).map(seat -> new Actor.Officer(seat.unit(), seat.post(), seat.unit() + "/" + seat.post()));
    }

    Optional<Seat> seat(Role role) {
        return role instanceof Role.PostOf post ? seat(post, DEEP) : order.holder();
    }

    private Optional<Seat> seat(Role.PostOf role, int deep) {
        var unit = unit(role.party(), deep);
        return unit.isPresent() || deep == 0
                ? unit.map(found -> new Seat(found, role.post()))
                : method.party(role.party()).otherwise().flatMap(other -> seat(other, deep - 1));
    }

    private Optional<String> unit(String party, int deep) {
        var playing = order.parties().get(party);
        if (playing != null) {
            return Optional.of(playing);
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
        return source instanceof Party.Source.AttachedTo attached && deep > 0
                ? unit(attached.party(), deep - 1).flatMap(offices::attachedTo)
                : Optional.empty();
    }
}
