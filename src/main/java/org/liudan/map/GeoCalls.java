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

/** The data behind every map, also a resident's: the outline of the district, the map tiles, and the regions that contain a point. */
@RestController
class GeoCalls {

    /** The base of a map; {@code gcj02} is true when the tiles are in GCJ-02. */
    record BaseMap(List<DistrictOutline> outlines, List<TileLayer> tiles, boolean gcj02) {}

    /** The outline of a region that no other shape surrounds, usually the district. */
    record DistrictOutline(String source, @JsonRawValue String geometry) {}

    /** One layer of map tiles. */
    record TileLayer(String url, List<String> subdomains, String attribution) {}

    /** A region with its name and level. */
    record NamedRegion(String code, String name, String level) {}

    private final Shapes shapes;
    private final Directories directories;
    private final TileSource tiles;

    GeoCalls(Shapes shapes, Directories directories, TileSource tiles) {
        this.shapes = shapes;
        this.directories = directories;
        this.tiles = tiles;
    }

    @GetMapping("/geo/ground.json")
    ResponseEntity<BaseMap> ground() {
        var directory = directories.current();
        var regionsWithShape = shapes.all().stream().map(Shape::region).collect(Collectors.toSet());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                .body(new BaseMap(
                        shapes.all().stream()
                                .filter(shape -> isOutermost(shape, regionsWithShape, directory))
                                .map(shape -> new DistrictOutline(shape.source(), shape.geoJson()))
                                .toList(),
                        tiles.urls().stream()
                                .map(url -> new TileLayer(url, tiles.subdomains(), tiles.attribution()))
                                .toList(),
                        tiles.gcj02()));
    }

    /** Returns the regions that contain a point, the smallest first. */
    @GetMapping("/geo/at")
    List<NamedRegion> at(@RequestParam(defaultValue = "") String lon, @RequestParam(defaultValue = "") String lat) {
        var regions = directories.current().regions();
        return Coordinates.parse(lon + "," + lat).map(shapes::around).orElse(List.of()).stream()
                .map(regions::get)
                .filter(Objects::nonNull)
                .map(region -> new NamedRegion(region.code(), region.name(), region.level()))
                .toList();
    }

    private static boolean isOutermost(Shape shape, Set<String> regionsWithShape, Directory directory) {
        return Stream.iterate(
                        directory.regions().get(shape.region()),
                        Objects::nonNull,
                        region -> directory.regions().get(region.parent()))
                .skip(1)
                .noneMatch(ancestor -> regionsWithShape.contains(ancestor.code()));
    }
}
