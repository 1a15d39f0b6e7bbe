package org.liudan.geo;

import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * The shape of a region.
 *
 * @param geometry a polygon or several, by WGS-84
 * @param source where it comes from, as it is said on the map
 * @param setBy the account that uploaded it; none when it came with the district's files
 */
public record Shape(String region, Geometry geometry, String source, Optional<String> setBy, Instant setAt) {

    /** The geometry as GeoJSON. */
    public String geoJson() {
        return GeoJson.write(geometry);
    }
}
