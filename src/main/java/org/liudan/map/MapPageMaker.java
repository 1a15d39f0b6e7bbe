package org.liudan.map;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.geo.Shape;
import org.liudan.geo.Shapes;
import org.liudan.identity.Viewer;
import org.liudan.map.MapTallies.RegionTally;
import org.liudan.web.PageContext;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Makes the page with the map and the list beside it. */
@Component
class MapPageMaker {

    private static final int MONTHS = 12;

    /** Around Hongjiang, used when there are no shapes and no points. */
    private static final Envelope DEFAULT_VIEW = new Envelope(109.5, 110.6, 26.9, 27.5);

    /** In degrees, some hundred metres, so that no point lies at the edge. */
    private static final double MARGIN = 0.003;

    private final Layers layers;
    private final MapTallies tallies;
    private final Shapes shapes;

    MapPageMaker(Layers layers, MapTallies tallies, Shapes shapes) {
        this.layers = layers;
        this.tallies = tallies;
        this.shapes = shapes;
    }

    MapPage page(PageContext context, Viewer viewer, MapFilter filter, String heat) {
        var requested = layers.requested(filter, viewer);
        var counts = tallies.byRegion(requested);
        var names = names(context);
        var regionsWithShape = shapes.all().stream().map(Shape::region).collect(Collectors.toSet());
        var months = filter.shows(MapFilter.ORDERS) ? months(context, viewer, filter) : List.<MapPage.MonthBar>of();
        return new MapPage(
                new MapPage.MapView(
                        box(filter.region(), counts).toString(),
                        filter.query(),
                        months.stream().anyMatch(month -> month.id().equals(heat)) ? heat : ""),
                lead(context, counts),
                form(context, filter, names),
                new MapRegionList(context, filter, layers.registers(), names, regionsWithShape).of(counts),
                months,
                tallies.outside(requested).filter(count -> count > 0).map(count -> context.t("map.outside", count)),
                shapes.all().stream()
                        .map(Shape::source)
                        .filter(source -> !source.isEmpty())
                        .distinct()
                        .toList());
    }

    private MapPage.FilterFields form(PageContext context, MapFilter filter, Map<String, String> names) {
        return new MapPage.FilterFields(
                names.entrySet().stream()
                        .map(layer ->
                                new MapPage.LayerChoice(layer.getKey(), layer.getValue(), filter.shows(layer.getKey())))
                        .toList(),
                new MapForm(context, layers, filter).narrowings(),
                filter.get("q"),
                filter.get("from"),
                filter.get("to"),
                filter.shows(MapFilter.ORDERS),
                !filter.parts().isEmpty());
    }

    /** Returns the names of all layers, by id. */
    Map<String, String> names(PageContext context) {
        return Stream.concat(
                        Stream.of(Map.entry(MapFilter.ORDERS, context.t("map.orders"))),
                        layers.registers().stream()
                                .map(register -> Map.entry(register.id(), context.w(register.name()))))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }

    private static String lead(PageContext context, List<RegionTally> counts) {
        long placed = counts.stream().mapToLong(RegionTally::placed).sum();
        long unplaced = counts.stream().mapToLong(RegionTally::unplaced).sum();
        long red = counts.stream().mapToLong(RegionTally::red).sum();
        return context.t("map.lead", placed, unplaced, red);
    }

    /** Returns the box around the requested region. If the region has no shape, the box contains the points within the district. */
    private MapBox box(String region, List<RegionTally> counts) {
        var bounds = shapes.all().stream()
                .filter(shape -> shape.region().equals(region))
                .findFirst()
                .map(shape -> shape.geometry().getEnvelopeInternal())
                .orElseGet(Envelope::new);
        var district = new Envelope();
        shapes.all().forEach(shape -> district.expandToInclude(shape.geometry().getEnvelopeInternal()));
        var points = new Envelope();
        counts.stream()
                .flatMap(tally -> tally.box().stream())
                .map(MapBox::envelope)
                .map(box -> district.isNull() ? box : district.intersection(box))
                .forEach(points::expandToInclude);
        points.expandBy(points.isNull() ? 0 : MARGIN);
        return Stream.of(bounds, points, district, DEFAULT_VIEW)
                .filter(box -> !box.isNull())
                .findFirst()
                .map(MapBox::of)
                .orElseThrow();
    }

    private List<MapPage.MonthBar> months(PageContext context, Viewer viewer, MapFilter filter) {
        var now = YearMonth.from(context.calendar().dayOf(context.now()));
        var first = now.minusMonths(MONTHS - 1L);
        var all = IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        var counts = tallies.byMonth(
                layers.raised(
                        filter, first.atDay(1).toString(), now.atEndOfMonth().toString(), viewer),
                all,
                context.calendar().hours().zone());
        long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var format = DateTimeFormatter.ofPattern(context.t("map.month"), context.locale());
        var shortFormat = DateTimeFormatter.ofPattern(context.t("map.month.short"), context.locale());
        return largest == 0
                ? List.of()
                : all.stream()
                        .map(month -> {
                            long count = counts.getOrDefault(month, 0L);
                            return new MapPage.MonthBar(
                                    month.toString(),
                                    format.format(month),
                                    shortFormat.format(month),
                                    count,
                                    (int) (count * 100 / largest),
                                    "/map"
                                            + filter.with("state", MapFilter.ANY)
                                                    .with("from", month.atDay(1).toString())
                                                    .with(
                                                            "to",
                                                            month.atEndOfMonth().toString())
                                                    .query());
                        })
                        .toList();
    }
}
