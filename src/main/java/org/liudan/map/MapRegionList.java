package org.liudan.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.map.MapTallies.Tally;
import org.liudan.organisation.Region;
import org.liudan.web.PageContext;

/** The list beside the map: streets and their communities with how much lies in them. */
record MapRegionList(
        PageContext screen, MapFilter filter, List<Method> registers, Map<String, String> names, Set<String> shaped) {

    private static final String UNKNOWN = "";

    List<MapPage.Region> of(List<Tally> counted) {
        var byStreet = counted.stream().collect(Collectors.groupingBy(Tally::street));
        boolean few = byStreet.size() == 1;
        return Stream.concat(screen.directory().streets().stream().map(Region::code), Stream.of(UNKNOWN))
                .filter(byStreet::containsKey)
                .map(street -> street(street, byStreet.getOrDefault(street, List.of()), few))
                .toList();
    }

    private MapPage.Region street(String street, List<Tally> counted, boolean open) {
        var byCommunity = counted.stream().collect(Collectors.groupingBy(Tally::community));
        var communities = screen.directory().within(street).stream()
                .map(Region::code)
                .filter(byCommunity::containsKey)
                .map(community -> region(community, byCommunity.getOrDefault(community, List.of()), false, List.of()))
                .toList();
        return region(street, counted, open || filter.region().startsWith(street) && !street.isEmpty(), communities);
    }

    private MapPage.Region region(String code, List<Tally> counted, boolean open, List<MapPage.Region> communities) {
        var byLayer = counted.stream().collect(Collectors.groupingBy(Tally::layer));
        var region = screen.directory().regions().get(code);
        return new MapPage.Region(
                region == null ? screen.t("map.nowhere") : region.name(),
                region == null ? "" : "/map" + filter.with("region", code).query(),
                region == null || shaped.contains(code) ? "" : middle(counted),
                filter.show().stream()
                        .filter(byLayer::containsKey)
                        .map(layer -> new MapPage.Count(
                                layer,
                                names.getOrDefault(layer, layer),
                                sum(byLayer.getOrDefault(layer, List.of()), Tally::all),
                                list(layer, code)))
                        .toList(),
                sum(counted, Tally::red),
                sum(counted, Tally::unplaced),
                open,
                communities);
    }

    private static String middle(List<Tally> counted) {
        long placed = sum(counted, Tally::placed);
        return placed == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.5f,%.5f",
                        counted.stream().mapToDouble(Tally::lon).sum() / placed,
                        counted.stream().mapToDouble(Tally::lat).sum() / placed);
    }

    /** The address of the list of what is counted. */
    private String list(String layer, String code) {
        var there = code.isEmpty() ? filter : filter.with("region", code);
        return registers.stream()
                .filter(register -> register.id().equals(layer))
                .map(register -> there.subjects(register).address())
                .findFirst()
                .orElseGet(() -> "/ledger" + there.orders(screen.directory()).query());
    }

    private static long sum(List<Tally> counted, Function<Tally, Long> of) {
        return counted.stream().mapToLong(of::apply).sum();
    }
}
