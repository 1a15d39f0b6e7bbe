package org.liudan.map;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Coverage;
import org.liudan.geo.Shapes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the orders and subjects of the map by region and by month, also those without coordinates. */
@Component
class MapTallies {

    private static final String BY_REGION = """
            select coalesce(o.street, '') as street, coalesce(o.community, '') as community,
                count(*) filter (where o.lon is not null) as placed, count(*) filter (where o.lon is null) as unplaced,
                count(*) filter (where %s) as red, sum(o.lon) as lon, sum(o.lat) as lat,
                min(o.lon) as west, min(o.lat) as south, max(o.lon) as east, max(o.lat) as north
            %s
            group by 1, 2
            """;
    private static final String BY_MONTH = """
            select month, count(*) as count
            from (
                select width_bucket(o.raised_at, (select :starts::timestamptz[])) as month
                %s and o.lon is not null
                offset '0') as found
            group by month
            """;
    /** Counts the points outside all shapes. Only points in a square that an edge crosses are returned one by one. */
    private static final String OUTSIDE = """
            select case when square.inside is not null then p.lon end as lon,
                case when square.inside is not null then p.lat end as lat, count(*) as count
            from (
                select o.lon, o.lat, floor(o.lon / :side)::bigint as x, floor(o.lat / :side)::bigint as y
                %s and o.lon is not null
                offset '0') p
            left join unnest(:x::bigint[], :y::bigint[], :inside::boolean[]) as square (x, y, inside) on square.x = p.x and square.y = p.y
            where square.inside is not true
            group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final Shapes shapes;
    private final Clock clock;

    MapTallies(JdbcClient jdbc, Shapes shapes, Clock clock) {
        this.jdbc = jdbc;
        this.shapes = shapes;
        this.clock = clock;
    }

    /**
     * The counts of a layer in a region.
     *
     * @param street the code of the street; empty if unknown, likewise {@code community}
     * @param placed the number of those with coordinates; {@code unplaced} have none
     * @param red the number of those that are overdue
     * @param lon the sum of their longitudes, from which the centre is calculated; likewise {@code lat}
     * @param box the box around those with coordinates
     */
    record RegionTally(
            String layer,
            String street,
            String community,
            long placed,
            long unplaced,
            long red,
            double lon,
            double lat,
            Optional<MapBox> box) {

        long all() {
            return placed + unplaced;
        }
    }

    /** Counts the layers by community, or by street where there is no community. */
    List<RegionTally> byRegion(List<Layer> layers) {
        var tallies = new ArrayList<RegionTally>();
        layers.forEach(layer ->
                tallies.addAll(layer.statement(jdbc, BY_REGION.formatted(layer.red(), layer.from()), clock.instant())
                        .query((row, number) -> new RegionTally(
                                layer.id(),
                                row.getString("street"),
                                row.getString("community"),
                                row.getLong("placed"),
                                row.getLong("unplaced"),
                                row.getLong("red"),
                                row.getDouble("lon"),
                                row.getDouble("lat"),
                                row.getLong("placed") == 0 ? Optional.empty() : MapBox.read(row)))
                        .list()));
        return tallies;
    }

    /** Counts by month the orders of a layer with coordinates; the months must be consecutive. */
    Map<YearMonth, Long> byMonth(Layer layer, List<YearMonth> months, ZoneId zone) {
        var counts = new HashMap<YearMonth, Long>();
        layer.statement(jdbc, BY_MONTH.formatted(layer.from()), clock.instant())
                .param(
                        "starts",
                        months.stream()
                                .map(month -> month.atDay(1)
                                        .atStartOfDay(zone)
                                        .toOffsetDateTime()
                                        .toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .query(row -> {
                    counts.put(months.get(row.getInt("month") - 1), row.getLong("count"));
                });
        return counts;
    }

    /** Counts the points outside the shapes of all regions; empty when there are no shapes. */
    Optional<Long> outside(List<Layer> layers) {
        if (shapes.all().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(layers.stream()
                .mapToLong(layer -> outside(layer, shapes.coverage()))
                .sum());
    }

    private long outside(Layer layer, Coverage coverage) {
        var squares = List.copyOf(coverage.inside().keySet());
        return layer
                .statement(jdbc, OUTSIDE.formatted(layer.from()), clock.instant())
                .param("side", coverage.side())
                .param("x", squares.stream().map(Coverage.Square::x).toArray(Long[]::new))
                .param("y", squares.stream().map(Coverage.Square::y).toArray(Long[]::new))
                .param("inside", squares.stream().map(coverage.inside()::get).toArray(Boolean[]::new))
                .query((row, number) ->
                        row.getObject("lon") == null || isOutside(row.getDouble("lon"), row.getDouble("lat"))
                                ? row.getLong("count")
                                : 0L)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean isOutside(double lon, double lat) {
        return Math.abs(lon) > 180
                || Math.abs(lat) > 90
                || shapes.at(new Coordinates(lon, lat)).isEmpty();
    }
}
