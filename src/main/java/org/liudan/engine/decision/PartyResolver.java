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

/** Finds the unit of a party, from the order and from the fields that an action sets. */
final class PartyResolver {

    private final Method method;
    private final Map<String, String> known;
    private final Map<String, Object> fields;
    private final OrganisationLookup organisation;
    private final Map<String, String> changed = new TreeMap<>();

    /**
     * @param order gives the known parties; those that depend on a field of {@code filled} are found again
     * @param filled the fields that this action sets
     */
    PartyResolver(Method method, Order order, Map<String, Object> filled, OrganisationLookup organisation) {
        this.method = method;
        this.organisation = organisation;
        this.known = new TreeMap<>(order.parties());
        this.fields = new TreeMap<>(order.fields());
        fields.putAll(filled);
        var refreshed = new HashSet<String>();
        method.parties().values().forEach(party -> {
            if (dependsOnFilled(party, filled, refreshed)) {
                refreshed.add(party.id());
                if (known.remove(party.id()) != null) {
                    changed.put(party.id(), "");
                }
            }
        });
    }

    private boolean dependsOnFilled(Party party, Map<String, Object> filled, Set<String> refreshed) {
        if (party.source() instanceof Party.Source.OfRegion) {
            return method.fields().values().stream()
                    .anyMatch(field -> field.type() == FieldType.REGION && filled.containsKey(field.id()));
        }
        if (party.source() instanceof Party.Source.Chosen chosen) {
            return filled.containsKey(chosen.field());
        }
        return party.source() instanceof Party.Source.AttachedTo attached && refreshed.contains(attached.party());
    }

    /** The seat of a role: a post of the party's unit, or the stand-in if no unit is found. */
    Optional<Seat> seat(Role.PostOf role) {
        var unit = unit(role.party());
        return unit.isPresent()
                ? unit.map(code -> new Seat(code, role.post()))
                : method.party(role.party()).otherwise().flatMap(this::seat);
    }

    /** The unit of a party; empty if none is found. */
    Optional<String> unit(String party) {
        var unit = known.get(party);
        if (unit != null) {
            return Optional.of(unit);
        }
        var found = find(method.party(party).source());
        found.ifPresent(code -> {
            known.put(party, code);
            changed.put(party, code);
        });
        return found;
    }

    /** The parties whose unit changed. The unit is empty if no unit plays the part any more. */
    Map<String, String> changed() {
        return changed;
    }

    private Optional<String> find(Party.Source source) {
        if (source instanceof Party.Source.OfRegion region) {
            return method.fields().values().stream()
                    .filter(field -> field.type() == FieldType.REGION)
                    .flatMap(field -> Optional.ofNullable(fields.get(field.id())).stream())
                    .findFirst()
                    .flatMap(code -> organisation.ofRegion(code.toString(), region.level()));
        }
        if (source instanceof Party.Source.Chosen chosen) {
            return Optional.ofNullable(fields.get(chosen.field()))
                    .map(Object::toString)
                    .filter(organisation::isUnit);
        }
        if (source instanceof Party.Source.AttachedTo attached) {
            return unit(attached.party()).flatMap(organisation::attachedTo);
        }
        if (source instanceof Party.Source.Given given) {
            return Optional.of(given.unit()).filter(organisation::isUnit);
        }
        return organisation.only(((Party.Source.Only) source).kind());
    }
}
