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

/**
 * The regions that are visible in a part of the map.
 *
 * @param regions all regions of the district, by code
 */
record SeenRegions(Collection<Shape> shapes, Map<String, Region> regions) {

    /**
     * The shape of a region.
     *
     * @param parts true when regions below it have shapes too
     * @param at longitude and latitude of a point in the visible part, where the map writes the name
     */
    record RegionOutline(
            String code,
            String name,
            String level,
            boolean parts,
            List<Double> at,
            @JsonRawValue String geometry) {}

    /**
     * Returns the regions in a box.
     *
     * @param minExtent the smallest width or height of a region in degrees; smaller ones are left out
     * @param limit the maximum number of regions
     */
    List<RegionOutline> within(MapBox box, double minExtent, int limit) {
        var withParts = shapes.stream()
                .flatMap(shape -> Optional.ofNullable(regions.get(shape.region())).stream())
                .map(Region::parent)
                .collect(Collectors.toSet());
        var view = new GeometryFactory().toGeometry(box.envelope());
        return shapes.stream()
                .filter(shape -> box.envelope().intersects(shape.geometry().getEnvelopeInternal()))
                .filter(shape -> shape.geometry().getEnvelopeInternal().maxExtent() >= minExtent)
                .flatMap(shape -> outline(shape, view, withParts).stream())
                .limit(limit)
                .toList();
    }

    private Optional<RegionOutline> outline(Shape shape, Geometry view, Set<String> withParts) {
        var visible = OverlayNGRobust.overlay(shape.geometry(), view, OverlayNG.INTERSECTION);
        return Optional.ofNullable(regions.get(shape.region()))
                .filter(region -> !visible.isEmpty())
                .map(region -> {
                    var point = visible.getInteriorPoint();
                    return new RegionOutline(
                            region.code(),
                            name(region),
                            region.level(),
                            withParts.contains(region.code()),
                            List.of(point.getX(), point.getY()),
                            shape.geoJson());
                });
    }

    /** The name of a grid is unique only within its community. */
    private String name(Region region) {
        var parent = regions.get(region.parent());
        return region.level().equals("grid") && parent != null ? parent.name() + " " + region.name() : region.name();
    }
}
