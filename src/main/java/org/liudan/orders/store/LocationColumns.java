package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/**
 * Columns for the place of an order or subject.
 *
 * @param region the code of its region; {@code street} and {@code community} are the regions above it, or it itself
 * @param lon the longitude of its point in degrees; null when no point is given
 */
record LocationColumns(
        @Nullable String region,
        @Nullable String street,
        @Nullable String community,
        @Nullable Double lon,
        @Nullable Double lat) {

    static final String NAMES = "region text, street text, community text, lon float8, lat float8";

    static LocationColumns of(Order order, Directory directory) {
        var region = order.text("region");
        var point = order.text("point").split(",", 2);
        return new LocationColumns(
                region.isEmpty() ? null : region,
                directory.regionAt(region, "street").orElse(null),
                directory.regionAt(region, "community").orElse(null),
                point.length == 2 ? Double.valueOf(point[0]) : null,
                point.length == 2 ? Double.valueOf(point[1]) : null);
    }

    static LocationColumns read(ResultSet row) throws SQLException {
        return new LocationColumns(
                row.getString("region"),
                row.getString("street"),
                row.getString("community"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(region, street, community, lon, lat);
    }
}
