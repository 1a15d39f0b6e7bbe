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

/** What the map asks for while somebody moves it. */
@RestController
class MapCalls {

    /** Shapes that would be smaller than this on the screen are left out. */
    private static final int VISIBLE = 18;

    private static final int MOST_SHAPES = 800;

    /** What lies in the box that is shown. */
    record Points(List<Group> groups, List<Single> singles) {}

    /** Several that lie close together: how many, and the box around them. */
    record Group(double lon, double lat, long count, long red, long amber, List<Double> box) {}

    /** One by itself. */
    record Single(double lon, double lat, String layer, String light, String title, String due, String address) {}

    private final Pages pages;
    private final Layers layers;
    private final Clusters clusters;
    private final MapMarks marked;
    private final Shapes shapes;

    MapCalls(Pages pages, Layers layers, Clusters clusters, MapMarks marked, Shapes shapes) {
        this.pages = pages;
        this.layers = layers;
        this.clusters = clusters;
        this.marked = marked;
        this.shapes = shapes;
    }

    @GetMapping("/map/points.json")
    Points points(HttpServletRequest request, @RequestParam String box, @RequestParam int zoom) {
        var asked = layers.asked(MapFilter.of(request, layers.registers()), SignedIn.required());
        var found = clusters.in(parsed(box), checked(zoom), asked);
        return new Points(
                found.stream()
                        .filter(cluster -> cluster.count() > 1)
                        .map(MapCalls::group)
                        .toList(),
                singles(pages.screen(request), asked, found));
    }

    /** Where orders raised in a month are dense: longitude, latitude and how many. */
    @GetMapping("/map/heat.json")
    List<Clusters.Spot> heat(
            HttpServletRequest request, @RequestParam String box, @RequestParam int zoom, @RequestParam String month) {
        var asked =
                DateTexts.month(month).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, month));
        return clusters.spots(
                parsed(box),
                checked(zoom),
                layers.raised(
                        MapFilter.of(request, layers.registers()),
                        asked.atDay(1).toString(),
                        asked.atEndOfMonth().toString(),
                        SignedIn.required()));
    }

    /** The regions in a box that are large enough to be seen. */
    @GetMapping("/map/regions.json")
    List<SeenRegions.Outline> regions(HttpServletRequest request, @RequestParam String box, @RequestParam int zoom) {
        double least = MapBox.degrees(checked(zoom), VISIBLE);
        var seen =
                new SeenRegions(shapes.all(), pages.screen(request).directory().regions());
        return seen.in(parsed(box), least, MOST_SHAPES);
    }

    private static Group group(Cluster cluster) {
        var box = cluster.box();
        return new Group(
                cluster.lon(),
                cluster.lat(),
                cluster.count(),
                cluster.red(),
                cluster.amber(),
                List.of(box.west(), box.south(), box.east(), box.north()));
    }

    private List<Single> singles(PageContext screen, List<Layer> asked, Collection<Cluster> found) {
        Map<String, Map<Long, Cluster>> alone = found.stream()
                .filter(cluster -> cluster.count() == 1)
                .collect(Collectors.groupingBy(Cluster::layer, Collectors.toMap(Cluster::id, cluster -> cluster)));
        return asked.stream()
                .flatMap(layer -> {
                    var ofLayer = alone.getOrDefault(layer.id(), Map.of());
                    return marked.of(layer, ofLayer.keySet()).stream()
                            .flatMap(one -> Optional.ofNullable(ofLayer.get(one.id())).stream()
                                    .map(at -> single(screen, layer, one, at)));
                })
                .toList();
    }

    private static Single single(PageContext screen, Layer layer, MapMark one, Cluster at) {
        return new Single(
                at.lon(),
                at.lat(),
                layer.id(),
                one.light(),
                one.title(),
                one.dueAt()
                        .filter(due -> !one.light().equals("grey"))
                        .map(screen::due)
                        .orElse(""),
                (layer.register().isPresent() ? "/subjects/" : "/orders/")
                        + OrderNumber.of(one.id(), one.raisedAt(), screen.calendar()));
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
