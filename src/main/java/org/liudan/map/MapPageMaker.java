package org.liudan.map;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.geo.Shape;
import org.liudan.geo.Shapes;
import org.liudan.identity.Viewer;
import org.liudan.map.MapTallies.Tally;
import org.liudan.web.PageContext;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Puts together the map and the list beside it. */
@Component
class MapPageMaker {

    private static final int MONTHS = 12;

    /** Hongjiang, where nothing else is known. */
    private static final Envelope SOMEWHERE = new Envelope(109.5, 110.6, 26.9, 27.5);

    /** Some hundred metres, so that nothing lies at the edge. */
    private static final double MARGIN = 0.003;

    private final Layers layers;
    private final MapTallies tallies;
    private final Shapes shapes;

    MapPageMaker(Layers layers, MapTallies tallies, Shapes shapes) {
        this.layers = layers;
        this.tallies = tallies;
        this.shapes = shapes;
    }

    MapPage page(PageContext screen, Viewer viewer, MapFilter filter, String heat) {
        var asked = layers.asked(filter, viewer);
        var counted = tallies.byRegion(asked);
        var names = names(screen);
        var shaped = shapes.all().stream().map(Shape::region).collect(Collectors.toSet());
        var months = filter.shows(MapFilter.ORDERS) ? months(screen, viewer, filter) : List.<MapPage.Month>of();
        return new MapPage(
                box(filter.region(), counted).toString(),
                filter.query(),
                months.stream().anyMatch(month -> month.id().equals(heat)) ? heat : "",
                lead(screen, counted),
                names.entrySet().stream()
                        .map(layer ->
                                new MapPage.Choice(layer.getKey(), layer.getValue(), filter.shows(layer.getKey())))
                        .toList(),
                new MapForm(screen, layers, filter).narrowings(),
                filter.get("q"),
                filter.get("from"),
                filter.get("to"),
                filter.shows(MapFilter.ORDERS),
                !filter.parts().isEmpty(),
                new MapRegionList(screen, filter, layers.registers(), names, shaped).of(counted),
                months,
                tallies.outside(asked).filter(count -> count > 0).map(count -> screen.t("map.outside", count)),
                shapes.all().stream()
                        .map(Shape::source)
                        .filter(source -> !source.isEmpty())
                        .distinct()
                        .toList());
    }

    /** The layers there are, by their ids. */
    Map<String, String> names(PageContext screen) {
        return Stream.concat(
                        Stream.of(Map.entry(MapFilter.ORDERS, screen.t("map.orders"))),
                        layers.registers().stream()
                                .map(register -> Map.entry(register.id(), screen.w(register.name()))))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, java.util.LinkedHashMap::new));
    }

    private static String lead(PageContext screen, List<Tally> counted) {
        long placed = counted.stream().mapToLong(Tally::placed).sum();
        long unplaced = counted.stream().mapToLong(Tally::unplaced).sum();
        long red = counted.stream().mapToLong(Tally::red).sum();
        return screen.t("map.lead", placed, unplaced, red);
    }

    /** Around the region that is asked for; if it has no shape, around what there is to see, within the district. */
    private MapBox box(String region, List<Tally> counted) {
        var shape =
                shapes.all().stream().filter(one -> one.region().equals(region)).findFirst();
        var district = new Envelope();
        shapes.all().forEach(one -> district.expandToInclude(one.geometry().getEnvelopeInternal()));
        var seen = new Envelope();
        counted.stream()
                .flatMap(tally -> tally.box().stream())
                .map(MapBox::envelope)
                .map(box -> district.isNull() ? box : district.intersection(box))
                .forEach(seen::expandToInclude);
        seen.expandBy(seen.isNull() ? 0 : MARGIN);
        return Stream.of(
                        shape.map(one -> one.geometry().getEnvelopeInternal()).orElseGet(Envelope::new),
                        seen,
                        district,
                        SOMEWHERE)
                .filter(box -> !box.isNull())
                .findFirst()
                .map(MapBox::of)
                .orElseThrow();
    }

    private List<MapPage.Month> months(PageContext screen, Viewer viewer, MapFilter filter) {
        var now = YearMonth.from(screen.calendar().dayOf(screen.now()));
        var first = now.minusMonths(MONTHS - 1L);
        var all = IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        var counts = tallies.byMonth(
                layers.raised(
                        filter, first.atDay(1).toString(), now.atEndOfMonth().toString(), viewer),
                all,
                screen.calendar().hours().zone());
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var format = DateTimeFormatter.ofPattern(screen.t("map.month"), screen.locale());
        var inShort = DateTimeFormatter.ofPattern(screen.t("map.month.short"), screen.locale());
        return most == 0
                ? List.of()
                : all.stream()
                        .map(month -> {
                            long count = counts.getOrDefault(month, 0L);
                            return new MapPage.Month(
                                    month.toString(),
                                    format.format(month),
                                    inShort.format(month),
                                    count,
                                    (int) (count * 100 / most),
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
