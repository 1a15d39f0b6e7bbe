package org.liudan.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.order.Actor;

/**
 * A small district in memory: one street with two communities, one of them with a grid, two departments, two leaders and
 * the supervision office.
 *
 * @param leaders the leader attached to each unit
 */
record Village(Map<String, String> leaders) implements OrganisationLookup {

    static final String STREET = "431271001";
    static final String COMMUNITY = "431271001001";
    static final String OTHER_COMMUNITY = "431271001002";
    static final String GRID = "431271001001-1";
    static final String OFFICE = "street-office";
    static final String DEPARTMENT = "roads";
    static final String OTHER_DEPARTMENT = "water";
    static final String LEADER = "leader-1";
    static final String CHIEF = "leader-2";
    static final String SUPERVISION = "supervision";

    static final Actor RESIDENT = new Actor.Resident();
    static final Actor CLERK = new Actor.Officer(COMMUNITY, "clerk", "clerk");
    static final Actor DISPATCHER = new Actor.Officer(STREET, "dispatcher", "dispatcher");
    static final Actor SECRETARY = new Actor.Officer(STREET, "secretary", "secretary");
    static final Actor HANDLER = new Actor.Officer(DEPARTMENT, "handler", "handler");
    static final Actor ATTACHED_LEADER = new Actor.Officer(LEADER, "leader", "leader");
    static final Actor INSPECTOR = new Actor.Officer(SUPERVISION, "inspector", "inspector");

    private static final Map<String, String> KINDS = Map.of(
            STREET, "street",
            COMMUNITY, "community",
            OTHER_COMMUNITY, "community",
            GRID, "grid",
            OFFICE, "office",
            DEPARTMENT, "department",
            OTHER_DEPARTMENT, "department",
            LEADER, "leader",
            CHIEF, "leader",
            SUPERVISION, "supervision");

    static final List<String> UNITS = List.copyOf(new TreeSet<>(KINDS.keySet()));

    /** The first community and the first department have a leader; the other units have none. */
    static Village usual() {
        return new Village(Map.of(COMMUNITY, LEADER, DEPARTMENT, CHIEF));
    }

    @Override
    public Optional<String> ofRegion(String code, String level) {
        return level.equals("street") ? Optional.of(STREET) : Optional.of(code).filter(region -> isOf(region, level));
    }

    @Override
    public List<String> within(String code, String level) {
        return UNITS.stream()
                .filter(unit -> unit.startsWith(code) && isOf(unit, level))
                .toList();
    }

    @Override
    public Optional<String> attachedTo(String unit) {
        return Optional.ofNullable(leaders.get(unit));
    }

    @Override
    public Optional<String> only(String kind) {
        return Optional.of(SUPERVISION).filter(unit -> kind.equals("supervision"));
    }

    @Override
    public boolean isOf(String unit, String kind) {
        return kind.equals(KINDS.get(unit));
    }

    @Override
    public boolean isUnit(String unit) {
        return KINDS.containsKey(unit);
    }

    @Override
    public Optional<String> listed(String list, String codeOrName) {
        return Optional.of(codeOrName).filter(code -> !code.isEmpty());
    }

    @Override
    public boolean isRegion(String code) {
        return code.equals(STREET) || isOf(code, "community");
    }

    @Override
    public boolean isCategory(String code) {
        return code.equals("road");
    }
}
