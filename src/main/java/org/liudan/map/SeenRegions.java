package org.liudan.map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liudan.geo.Shape;
import org.liudan.organisation.Region;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The regions of which something lies in a part of the map. */
record SeenRegions(Collection<Shape> shapes, Map<String, Region> regions) {

    /**
     * The shape of a region.
     *
     * @param parts true when regions below it have shapes too
     * @param at longitude and latitude in the middle of what is seen of it, where its name is written
     */
    record Outline(
            String code,
            String name,
            String level,
            boolean parts,
            List<Double> at,
            @JsonRawValue String geometry) {}

    /** Those that are not too small to be made out, in degrees, and not more than are asked for. */
    List<Outline> in(MapBox box, double least, int most) {
        var divided = shapes.stream()
                .flatMap(shape -> Optional.ofNullable(regions.get(shape.region())).stream())
                .map(Region::parent)
                .collect(Collectors.toSet());
        var view = new GeometryFactory().toGeometry(box.envelope());
        return shapes.stream()
                .filter(shape -> box.envelope().intersects(shape.geometry().getEnvelopeInternal()))
                .filter(shape -> shape.geometry().getEnvelopeInternal().maxExtent() >= least)
                .flatMap(shape -> outline(shape, view, divided).stream())
                .limit(most)
                .toList();
    }

    private Optional<Outline> outline(Shape shape, Geometry view, Set<String> divided) {
        var seen = OverlayNGRobust.overlay(shape.geometry(), view, OverlayNG.INTERSECTION);
        return Optional.ofNullable(regions.get(shape.region()))
                .filter(region -> !seen.isEmpty())
                .map(region -> {
                    var middle = seen.getInteriorPoint();
                    return new Outline(
                            region.code(),
                            name(region),
                            region.level(),
                            divided.contains(region.code()),
                            List.of(middle.getX(), middle.getY()),
                            shape.geoJson());
                });
    }

    /** Every community has a first grid. */
    private String name(Region region) {
        var above = regions.get(region.parent());
        return region.level().equals("grid") && above != null ? above.name() + " " + region.name() : region.name();
    }
}
