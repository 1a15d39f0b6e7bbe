package org.liudan.geo;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * The shape of a region.
 *
 * @param geometry a Polygon or MultiPolygon in WGS-84
 * @param source where the shape comes from, as printed on the map
 * @param setBy the account that uploaded the shape; empty when it came with the district's files
 */
public record Shape(String region, Geometry geometry, String source, Optional<String> setBy, Instant setAt) {

    /** Returns the geometry as GeoJSON. */
    public String geoJson() {
        return GeoJson.write(geometry);
    }
}
