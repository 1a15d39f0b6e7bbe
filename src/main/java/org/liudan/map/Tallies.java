package org.liudan.map;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Shapes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by region and by month what the map shows, and what it can't show. */
@Component
class Tallies {

    /** No more points than this are looked at one by one. */
    private static final int LOOKED_AT = 50_000;

    private static final String BY_REGION = """
            select coalesce(o.street, '') as street, coalesce(o.community, '') as community,
                count(*) filter (where o.lon is not null) as placed, count(*) filter (where o.lon is null) as unplaced,
                count(*) filter (where %s) as red, sum(o.lon) as lon, sum(o.lat) as lat,
                min(o.lon) as west, min(o.lat) as south, max(o.lon) as east, max(o.lat) as north
            %s
            group by 1, 2
            """;
    private static final String BY_MONTH = """
            select to_char(o.raised_at at time zone :zone, 'YYYY-MM') as month, count(*) as count
            %s and o.lon is not null
            group by 1
            """;
    private static final String PLACES = "select o.lon, o.lat %s and o.lon is not null limit " + LOOKED_AT;

    private final JdbcClient jdbc;
    private final Shapes shapes;
    private final Clock clock;

    Tallies(JdbcClient jdbc, Shapes shapes, Clock clock) {
        this.jdbc = jdbc;
        this.shapes = shapes;
        this.clock = clock;
    }

    /**
     * How many of a layer lie in a region.
     *
     * @param street empty where it isn't known, as the community
     * @param placed how many of them are on the map
     * @param lon the sum of their longitudes, to find their middle; likewise {@code lat}
     * @param box around those that are on the map
     */
    record Tally(
            String layer,
            String street,
            String community,
            long placed,
            long unplaced,
            long red,
            double lon,
            double lat,
            Optional<Box> box) {

        long all() {
            return placed + unplaced;
        }
    }

    List<Tally> byRegion(List<Layer> layers) {
        var tallies = new ArrayList<Tally>();
        layers.forEach(layer ->
                tallies.addAll(layer.statement(jdbc, BY_REGION.formatted(layer.red(), layer.from()), clock.instant())
                        .query((row, number) -> new Tally(
                                layer.id(),
                                row.getString("street"),
                                row.getString("community"),
                                row.getLong("placed"),
                                row.getLong("unplaced"),
                                row.getLong("red"),
                                row.getDouble("lon"),
                                row.getDouble("lat"),
                                row.getLong("placed") == 0 ? Optional.empty() : Box.read(row)))
                        .list()));
        return tallies;
    }

    /** How many of a layer were raised in each month, as 2026-11. */
    Map<String, Long> byMonth(Layer layer, String zone) {
        var months = new TreeMap<String, Long>();
        layer.statement(jdbc, BY_MONTH.formatted(layer.from()), clock.instant())
                .param("zone", zone)
                .query(row -> {
                    months.put(row.getString("month"), row.getLong("count"));
                });
        return months;
    }

    /** How many points lie in no region's shape; nothing is said where there are no shapes. */
    Optional<Long> outside(List<Layer> layers) {
        if (shapes.all().isEmpty()) {
            return Optional.empty();
        }
        long outside = 0;
        for (var layer : layers) {
            outside += layer
                    .statement(jdbc, PLACES.formatted(layer.from()), clock.instant())
                    .query((row, number) -> isOutside(row.getDouble("lon"), row.getDouble("lat")))
                    .list()
                    .stream()
                    .filter(Boolean::booleanValue)
                    .count();
        }
        return Optional.of(outside);
    }

    private boolean isOutside(double lon, double lat) {
        return Math.abs(lon) > 180
                || Math.abs(lat) > 90
                || shapes.at(new Coordinates(lon, lat)).isEmpty();
    }
}
