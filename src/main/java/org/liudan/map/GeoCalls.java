package org.liudan.map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Shape;
import org.liudan.geo.Shapes;
import org.liudan.geo.TileSource;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Directory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What every map stands on, also a resident's: the outline of the district, and which region a point lies in. */
@RestController
class GeoCalls {

    /** The ground of a map. */
    record Ground(List<Outline> outlines, List<Tiles> tiles, boolean gcj02) {}

    /** The outline of what has nothing around it. */
    record Outline(String source, @JsonRawValue String geometry) {}

    /** Where pictures come from. */
    record Tiles(String url, List<String> subdomains, String attribution) {}

    /** A region. */
    record Found(String code, String name, String level) {}

    private final Shapes shapes;
    private final Directories directories;
    private final TileSource tiles;

    GeoCalls(Shapes shapes, Directories directories, TileSource tiles) {
        this.shapes = shapes;
        this.directories = directories;
        this.tiles = tiles;
    }

    @GetMapping("/geo/ground.json")
    ResponseEntity<Ground> ground() {
        var directory = directories.current();
        var shaped = shapes.all().stream().map(Shape::region).collect(Collectors.toSet());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                .body(new Ground(
                        shapes.all().stream()
                                .filter(shape -> isOutermost(shape, shaped, directory))
                                .map(shape -> new Outline(shape.source(), shape.geoJson()))
                                .toList(),
                        tiles.urls().stream()
                                .map(url -> new Tiles(url, tiles.subdomains(), tiles.attribution()))
                                .toList(),
                        tiles.gcj02()));
    }

    /** The regions that a point lies in, the smallest first. */
    @GetMapping("/geo/at")
    List<Found> at(@RequestParam(defaultValue = "") String lon, @RequestParam(defaultValue = "") String lat) {
        var regions = directories.current().regions();
        return Coordinates.parse(lon + "," + lat).map(shapes::around).orElse(List.of()).stream()
                .map(regions::get)
                .filter(Objects::nonNull)
                .map(region -> new Found(region.code(), region.name(), region.level()))
                .toList();
    }

    private static boolean isOutermost(Shape shape, Set<String> shaped, Directory directory) {
        return Stream.iterate(
                        directory.regions().get(shape.region()),
                        Objects::nonNull,
                        region -> directory.regions().get(region.parent()))
                .skip(1)
                .noneMatch(above -> shaped.contains(above.code()));
    }
}
