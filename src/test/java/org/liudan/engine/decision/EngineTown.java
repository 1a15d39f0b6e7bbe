package org.liudan.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Party;

/**
 * The village, with all further units and kinds of units that some methods name.
 *
 * @param furtherUnits the kind of each further unit
 */
record EngineTown(Village village, Map<String, String> furtherUnits) implements OrganisationLookup {

    static EngineTown of(Method... methods) {
        var village = Village.usual();
        var furtherUnits = new TreeMap<String, String>();
        Stream.of(methods).flatMap(method -> method.parties().values().stream()).forEach(party -> {
            if (party.source() instanceof Party.Source.Given given && !village.isUnit(given.unit())) {
                furtherUnits.put(given.unit(), "department");
            } else if (party.source() instanceof Party.Source.Only only
                    && village.only(only.kind()).isEmpty()) {
                furtherUnits.put(only.kind(), only.kind());
            }
        });
        return new EngineTown(village, furtherUnits);
    }

    /** The units of a kind. */
    List<String> units(String kind) {
        return Stream.concat(Village.UNITS.stream(), furtherUnits.keySet().stream())
                .filter(unit -> isOf(unit, kind))
                .toList();
    }

    @Override
    public Optional<String> ofRegion(String code, String level) {
        return village.ofRegion(code, level);
    }

    @Override
    public List<String> within(String code, String level) {
        return village.within(code, level);
    }

    @Override
    public Optional<String> attachedTo(String unit) {
        return village.attachedTo(unit);
    }

    @Override
    public boolean isUnit(String unit) {
        return village.isUnit(unit) || furtherUnits.containsKey(unit);
    }

    @Override
    public Optional<String> only(String kind) {
        return village.only(kind).or(() -> Optional.of(kind).filter(furtherUnits::containsKey));
    }

    @Override
    public boolean isOf(String unit, String kind) {
        return village.isOf(unit, kind) || kind.equals(furtherUnits.get(unit));
    }

    @Override
    public boolean isRegion(String code) {
        return village.isRegion(code);
    }

    @Override
    public Optional<String> listed(String list, String codeOrName) {
        return village.listed(list, codeOrName);
    }

    @Override
    public boolean isCategory(String code) {
        return village.isCategory(code);
    }
}
