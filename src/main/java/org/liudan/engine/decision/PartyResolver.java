package org.liudan.engine.decision;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Party;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/** Finds the unit that plays a part, from what the order and this action say. */
final class PartyResolver {

    private final Method method;
    private final Map<String, String> known;
    private final Map<String, Object> fields;
    private final OrganisationLookup offices;
    private final Map<String, String> joined = new TreeMap<>();

    /**
     * @param order with the parts already played; those that follow from a field of {@code filled} are found anew
     * @param filled the fields that this action sets
     */
    PartyResolver(Method method, Order order, Map<String, Object> filled, OrganisationLookup offices) {
        this.method = method;
        this.offices = offices;
        this.known = new TreeMap<>(order.parties());
        this.fields = new TreeMap<>(order.fields());
        fields.putAll(filled);
        var changed = new HashSet<String>();
        method.parties().values().forEach(party -> {
            if (follows(party, filled, changed)) {
                changed.add(party.id());
                if (known.remove(party.id()) != null) {
                    joined.put(party.id(), "");
                }
            }
        });
    }

    private boolean follows(Party party, Map<String, Object> filled, Set<String> changed) {
        if (party.source() instanceof Party.Source.OfRegion) {
            return method.fields().values().stream()
                    .anyMatch(field -> field.type() == FieldType.REGION && filled.containsKey(field.id()));
        }
        if (party.source() instanceof Party.Source.Chosen chosen) {
            return filled.containsKey(chosen.field());
        }
        return party.source() instanceof Party.Source.AttachedTo attached && changed.contains(attached.party());
    }

    /** The seat that a rule means: the party's own, or the one that stands in for it. */
    Optional<Seat> seat(Role.PostOf role) {
        var unit = unit(role.party());
        return unit.isPresent()
                ? unit.map(one -> new Seat(one, role.post()))
                : method.party(role.party()).otherwise().flatMap(this::seat);
    }

    /** The unit that plays the part. */
    Optional<String> unit(String party) {
        var unit = known.get(party);
        if (unit != null) {
            return Optional.of(unit);
        }
        var found = find(method.party(party).source());
        found.ifPresent(one -> {
            known.put(party, one);
            joined.put(party, one);
        });
        return found;
    }

    /** The parts found since this was made; empty where a part was played and no longer is. */
    Map<String, String> joined() {
        return joined;
    }

    private Optional<String> find(Party.Source source) {
        if (source instanceof Party.Source.OfRegion region) {
            return method.fields().values().stream()
                    .filter(field -> field.type() == FieldType.REGION)
                    .flatMap(field -> Optional.ofNullable(fields.get(field.id())).stream())
                    .findFirst()
                    .flatMap(code -> offices.ofRegion(code.toString(), region.level()));
        }
        if (source instanceof Party.Source.Chosen chosen) {
            return Optional.ofNullable(fields.get(chosen.field()))
                    .map(Object::toString)
                    .filter(offices::isUnit);
        }
        if (source instanceof Party.Source.AttachedTo attached) {
            return unit(attached.party()).flatMap(offices::attachedTo);
        }
        if (source instanceof Party.Source.Given given) {
            return Optional.of(given.unit()).filter(offices::isUnit);
        }
        return offices.only(((Party.Source.Only) source).kind());
    }
}
