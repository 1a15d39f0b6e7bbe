package org.liudan.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index of the regions and units in use, because every decision looks them up.
 *
 * @param unitsByKind the units of each kind, in the order of the district's files
 * @param unitsByRegion the first unit of each kind in each region
 * @param regionsByParent the regions directly below each region
 */
record PostIndex(
        Map<String, List<Unit>> unitsByKind,
        Map<RegionAndKind, Unit> unitsByRegion,
        Map<String, List<Region>> regionsByParent) {

    private record RegionAndKind(String region, String kind) {}

    static PostIndex of(Collection<Region> regions, Collection<Unit> units) {
        var inUse = units.stream().filter(unit -> !unit.ended()).toList();
        var unitsByRegion = new HashMap<RegionAndKind, Unit>();
        inUse.forEach(unit -> unitsByRegion.putIfAbsent(new RegionAndKind(unit.region(), unit.kind()), unit));
        return new PostIndex(
                inUse.stream().collect(Collectors.groupingBy(Unit::kind)),
                unitsByRegion,
                regions.stream().filter(region -> !region.ended()).collect(Collectors.groupingBy(Region::parent)));
    }

    List<Unit> ofKind(String kind) {
        return unitsByKind.getOrDefault(kind, List.of());
    }

    Optional<Unit> unitIn(String region, String kind) {
        return Optional.ofNullable(unitsByRegion.get(new RegionAndKind(region, kind)));
    }

    List<Region> childrenOf(String region) {
        return regionsByParent.getOrDefault(region, List.of());
    }
}
