package org.liudan.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liudan.calendar.DateTexts;
import org.liudan.geo.Shapes;
import org.liudan.identity.SignedIn;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The data that the map requests while somebody moves and zooms it. */
@RestController
class MapCalls {

    /** Shapes smaller than this on the screen are left out. */
    private static final int MIN_PIXELS = 18;

    private static final int MAX_SHAPES = 800;

    /** The marks in the box that the map shows. */
    record Points(List<PointGroup> groups, List<SinglePoint> singles) {}

    /** Marks that lie close together: their number, and the box around them. */
    record PointGroup(double lon, double lat, long count, long red, long amber, List<Double> box) {}

    /** A single order or subject. */
    record SinglePoint(double lon, double lat, String layer, String light, String title, String due, String address) {}

    private final Pages pages;
    private final Layers layers;
    private final Clusters clusters;
    private final MapMarks marks;
    private final Shapes shapes;

    MapCalls(Pages pages, Layers layers, Clusters clusters, MapMarks marks, Shapes shapes) {
        this.pages = pages;
        this.layers = layers;
        this.clusters = clusters;
        this.marks = marks;
        this.shapes = shapes;
    }

    @GetMapping("/map/points.json")
    Points points(HttpServletRequest request, @RequestParam String box, @RequestParam int zoom) {
        var requested = layers.requested(MapFilter.of(request, layers.registers()), SignedIn.required());
        var found = clusters.in(parsed(box), checked(zoom), requested);
        return new Points(
                found.stream()
                        .filter(cluster -> cluster.count() > 1)
                        .map(MapCalls::group)
                        .toList(),
                singles(pages.screen(request), requested, found));
    }

    /** Returns the heat map of the orders raised in a month, {@code yyyy-mm}. */
    @GetMapping("/map/heat.json")
    List<Clusters.HeatSpot> heat(
            HttpServletRequest request, @RequestParam String box, @RequestParam int zoom, @RequestParam String month) {
        var parsedMonth =
                DateTexts.month(month).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, month));
        return clusters.spots(
                parsed(box),
                checked(zoom),
                layers.raised(
                        MapFilter.of(request, layers.registers()),
                        parsedMonth.atDay(1).toString(),
                        parsedMonth.atEndOfMonth().toString(),
                        SignedIn.required()));
    }

    /** Returns the regions in a box that are large enough to be visible. */
    @GetMapping("/map/regions.json")
    List<SeenRegions.RegionOutline> regions(
            HttpServletRequest request, @RequestParam String box, @RequestParam int zoom) {
        double minExtent = MapBox.degrees(checked(zoom), MIN_PIXELS);
        var regions =
                new SeenRegions(shapes.all(), pages.screen(request).directory().regions());
        return regions.within(parsed(box), minExtent, MAX_SHAPES);
    }

    private static PointGroup group(Cluster cluster) {
        var box = cluster.box();
        return new PointGroup(
                cluster.lon(),
                cluster.lat(),
                cluster.count(),
                cluster.red(),
                cluster.amber(),
                List.of(box.west(), box.south(), box.east(), box.north()));
    }

    private List<SinglePoint> singles(PageContext context, List<Layer> requested, Collection<Cluster> found) {
        Map<String, Map<Long, Cluster>> singles = found.stream()
                .filter(cluster -> cluster.count() == 1)
                .collect(Collectors.groupingBy(Cluster::layer, Collectors.toMap(Cluster::id, cluster -> cluster)));
        return requested.stream()
                .flatMap(layer -> {
                    var ofLayer = singles.getOrDefault(layer.id(), Map.of());
                    return marks.byIds(layer, ofLayer.keySet()).stream()
                            .flatMap(mark -> Optional.ofNullable(ofLayer.get(mark.id())).stream()
                                    .map(cluster -> single(context, layer, mark, cluster)));
                })
                .toList();
    }

    private static SinglePoint single(PageContext context, Layer layer, MapMark mark, Cluster cluster) {
        return new SinglePoint(
                cluster.lon(),
                cluster.lat(),
                layer.id(),
                mark.light(),
                mark.title(),
                mark.dueAt()
                        .filter(due -> !mark.light().equals("grey"))
                        .map(context::due)
                        .orElse(""),
                (layer.register().isPresent() ? "/subjects/" : "/orders/")
                        + OrderNumber.of(mark.id(), mark.raisedAt(), context.calendar()));
    }

    private static MapBox parsed(String box) {
        return MapBox.parse(box).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, box));
    }

    private static int checked(int zoom) {
        if (zoom < 0 || zoom > 24) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "zoom " + zoom);
        }
        return zoom;
    }
}
