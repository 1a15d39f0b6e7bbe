package org.liudan.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is in use of a directory, found by what it is and where, because every decision asks.
 *
 * @param kinds the units of each kind, in the order of the district's files
 * @param places the first unit of each kind in each region
 * @param below the regions right below each region
 */
record PostIndex(Map<String, List<Unit>> kinds, Map<Place, Unit> places, Map<String, List<Region>> below) {

    private record Place(String region, String kind) {}

    static PostIndex of(Collection<Region> regions, Collection<Unit> units) {
        var inUse = units.stream().filter(unit -> !unit.ended()).toList();
        var places = new HashMap<Place, Unit>();
        inUse.forEach(unit -> places.putIfAbsent(new Place(unit.region(), unit.kind()), unit));
        return new PostIndex(
                inUse.stream().collect(Collectors.groupingBy(Unit::kind)),
                places,
                regions.stream().filter(region -> !region.ended()).collect(Collectors.groupingBy(Region::parent)));
    }

    List<Unit> ofKind(String kind) {
        return kinds.getOrDefault(kind, List.of());
    }

    Optional<Unit> in(String region, String kind) {
        return Optional.ofNullable(places.get(new Place(region, kind)));
    }

    List<Region> below(String region) {
        return below.getOrDefault(region, List.of());
    }
}
