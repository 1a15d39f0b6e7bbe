package org.liudan.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.map.MapTallies.RegionTally;
import org.liudan.organisation.Region;
import org.liudan.web.PageContext;

/**
 * The list beside the map: streets and their communities with their counts.
 *
 * @param names the names of the layers, by id
 * @param regionsWithShape the codes of the regions that have a shape
 */
record MapRegionList(
        PageContext context,
        MapFilter filter,
        List<Method> registers,
        Map<String, String> names,
        Set<String> regionsWithShape) {

    /** The code of orders and subjects without a region. */
    private static final String UNKNOWN = "";

    List<MapPage.MapRegion> of(List<RegionTally> tallies) {
        var byStreet = tallies.stream().collect(Collectors.groupingBy(RegionTally::street));
        boolean single = byStreet.size() == 1;
        return Stream.concat(context.directory().streets().stream().map(Region::code), Stream.of(UNKNOWN))
                .filter(byStreet::containsKey)
                .map(street -> street(street, byStreet.getOrDefault(street, List.of()), single))
                .toList();
    }

    private MapPage.MapRegion street(String street, List<RegionTally> tallies, boolean open) {
        var byCommunity = tallies.stream().collect(Collectors.groupingBy(RegionTally::community));
        var communities = context.directory().within(street).stream()
                .map(Region::code)
                .filter(byCommunity::containsKey)
                .map(community -> region(community, byCommunity.getOrDefault(community, List.of()), false, List.of()))
                .toList();
        return region(street, tallies, open || filter.region().startsWith(street) && !street.isEmpty(), communities);
    }

    private MapPage.MapRegion region(
            String code, List<RegionTally> tallies, boolean open, List<MapPage.MapRegion> communities) {
        var byLayer = tallies.stream().collect(Collectors.groupingBy(RegionTally::layer));
        var region = context.directory().regions().get(code);
        return new MapPage.MapRegion(
                region == null ? context.t("map.nowhere") : region.name(),
                region == null ? "" : "/map" + filter.with("region", code).query(),
                region == null || regionsWithShape.contains(code) ? "" : centre(tallies),
                filter.show().stream()
                        .filter(byLayer::containsKey)
                        .map(layer -> new MapPage.LayerCount(
                                layer,
                                names.getOrDefault(layer, layer),
                                sum(byLayer.getOrDefault(layer, List.of()), RegionTally::all),
                                listAddress(layer, code)))
                        .toList(),
                sum(tallies, RegionTally::red),
                sum(tallies, RegionTally::unplaced),
                open,
                communities);
    }

    private static String centre(List<RegionTally> tallies) {
        long placed = sum(tallies, RegionTally::placed);
        return placed == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.5f,%.5f",
                        tallies.stream().mapToDouble(RegionTally::lon).sum() / placed,
                        tallies.stream().mapToDouble(RegionTally::lat).sum() / placed);
    }

    /** Returns the address of the list of the counted orders or subjects. */
    private String listAddress(String layer, String code) {
        var narrowed = code.isEmpty() ? filter : filter.with("region", code);
        return registers.stream()
                .filter(register -> register.id().equals(layer))
                .map(register -> narrowed.subjects(register).address())
                .findFirst()
                .orElseGet(
                        () -> "/ledger" + narrowed.orders(context.directory()).query());
    }

    private static long sum(List<RegionTally> tallies, Function<RegionTally, Long> of) {
        return tallies.stream().mapToLong(of::apply).sum();
    }
}
