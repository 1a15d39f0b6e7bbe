package org.liudan.map;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what lies close together, in the database, so that a map gets some hundred marks at most. */
@Component
class Clusters {

    /** So far apart that marks don't cover each other. */
    private static final int MARK = 64;

    /** How near to each other marks may come, as a share of a cell. */
    private static final double APART = 0.7;

    private static final int SPOT = 20;

    /**
     * Of how many cells there will be the planner knows nothing and, by the offset, learns nothing: else it would sort. It is
     * quoted so that it is a constant from the first, else nothing is counted by several processes at once.
     */
    private static final String CELLS = """
            select cell, count(*) as count, count(*) filter (where red) as red, count(*) filter (where amber) as amber,
                min(id) as id, sum(lon) / count(*) as lon, sum(lat) / count(*) as lat
            from (
                select %s as cell, o.id, o.lon, o.lat, %s as red, %s as amber
                %s and o.lon between :west and :east and o.lat between :south and :north
                offset '0') as found
            group by cell
            """;

    private static final String SPOTS = """
            select sum(lon) / count(*) as lon, sum(lat) / count(*) as lat, count(*) as count
            from (
                select %s as cell, o.lon, o.lat
                %s and o.lon between :west and :east and o.lat between :south and :north
                offset '0') as found
            group by cell
            """;
    /** Both numbers of a cell in one. */
    private static final String CELL =
            "floor(o.lon / :width)::bigint * 4294967296 + floor(o.lat / :height)::bigint + 2147483648";

    private final JdbcClient jdbc;
    private final Clock clock;

    Clusters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Cell(long x, long y) {

        static Cell of(long number) {
            return new Cell(Math.floorDiv(number, 1L << 32), Math.floorMod(number, 1L << 32) - (1L << 31));
        }
    }

    private record Found(Cell cell, Cluster cluster) {}

    /** How many are where, for the heat: the middle of what lies in a cell, and how many that is. */
    record Spot(double lon, double lat, long count) {}

    /** The clusters of these layers in a box, as it is zoomed. */
    List<Cluster> in(MapBox box, int zoom, List<Layer> layers) {
        double width = box.cell(zoom, MARK);
        Map<Cell, Cluster> all = new LinkedHashMap<>();
        layers.forEach(layer ->
                cells(layer, box, width).forEach(found -> all.merge(found.cell(), found.cluster(), Cluster::and)));
        return apart(all.values(), width * APART, box.flattening());
    }

    /** Joins what would still cover each other, lying on either side of a cell's edge: the smaller go to the larger. */
    private static List<Cluster> apart(Collection<Cluster> all, double width, double flattening) {
        var kept = new ArrayList<Cluster>();
        all.stream()
                .sorted(Comparator.comparingLong(Cluster::count)
                        .reversed()
                        .thenComparing(Cluster::layer)
                        .thenComparingLong(Cluster::id))
                .forEach(cluster -> {
                    for (int at = 0; at < kept.size(); at++) {
                        var other = kept.get(at);
                        if (Math.hypot(other.lon() - cluster.lon(), (other.lat() - cluster.lat()) / flattening)
                                < width) {
                            kept.set(at, other.and(cluster));
                            return;
                        }
                    }
                    kept.add(cluster);
                });
        return kept;
    }

    /** Where things of a layer are dense. */
    List<Spot> spots(MapBox box, int zoom, Layer layer) {
        double width = Math.max(MapBox.degrees(zoom, SPOT), (box.east() - box.west()) / 80);
        return statement(layer, SPOTS.formatted(CELL, layer.from()), box, width)
                .query((row, number) -> new Spot(row.getDouble("lon"), row.getDouble("lat"), row.getLong("count")))
                .list();
    }

    private List<Found> cells(Layer layer, MapBox box, double width) {
        double height = width * box.flattening();
        return statement(layer, CELLS.formatted(CELL, layer.red(), layer.amber(), layer.from()), box, width)
                .query((row, number) -> {
                    var cell = Cell.of(row.getLong("cell"));
                    return new Found(
                            cell,
                            new Cluster(
                                    layer.id(),
                                    row.getLong("id"),
                                    row.getLong("count"),
                                    row.getLong("red"),
                                    row.getLong("amber"),
                                    row.getDouble("lon"),
                                    row.getDouble("lat"),
                                    new MapBox(
                                            cell.x() * width,
                                            cell.y() * height,
                                            (cell.x() + 1) * width,
                                            (cell.y() + 1) * height)));
                })
                .list();
    }

    private JdbcClient.StatementSpec statement(Layer layer, String sql, MapBox box, double width) {
        return layer.statement(jdbc, placed(sql, box, width), clock.instant());
    }

    /**
     * The numbers of the box stand in the text, so that the planner knows how much it will meet. Of parameters it would soon
     * suppose that any box is a corner, and count a whole district in one process.
     */
    private static String placed(String sql, MapBox box, double width) {
        return sql.replace(":width", number(width))
                .replace(":height", number(width * box.flattening()))
                .replace(":west", number(box.west()))
                .replace(":south", number(box.south()))
                .replace(":east", number(box.east()))
                .replace(":north", number(box.north()));
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "(%.9f)::float8", degrees);
    }
}
