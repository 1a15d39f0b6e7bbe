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

/** Groups marks that lie close together. The database does it, so that a map receives a few hundred marks at most. */
@Component
class Clusters {

    /** The width of a cell in pixels: marks this far apart do not overlap. */
    private static final int MARK_PIXELS = 64;

    /** The smallest distance between two marks, as a share of the cell width. */
    private static final double MIN_DISTANCE = 0.7;

    private static final int SPOT_PIXELS = 20;

    /**
     * The planner cannot estimate the number of cells, and the offset hides it from the planner; with an estimate it would sort. The
     * offset is quoted, so that it is a constant at planning time; otherwise PostgreSQL would not count with parallel workers.
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
    /** The column and row of a cell in one bigint. */
    private static final String CELL =
            "floor(o.lon / :width)::bigint * 4294967296 + floor(o.lat / :height)::bigint + 2147483648";

    private final JdbcClient jdbc;
    private final Clock clock;

    Clusters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record MapCell(long x, long y) {

        static MapCell of(long number) {
            return new MapCell(Math.floorDiv(number, 1L << 32), Math.floorMod(number, 1L << 32) - (1L << 31));
        }
    }

    private record CellCluster(MapCell cell, Cluster cluster) {}

    /** One spot of the heat map: the centre of the points in a cell in degrees, and their number. */
    record HeatSpot(double lon, double lat, long count) {}

    /** Returns the clusters of some layers in a box at a zoom. */
    List<Cluster> in(MapBox box, int zoom, List<Layer> layers) {
        double width = box.cellWidth(zoom, MARK_PIXELS);
        Map<MapCell, Cluster> all = new LinkedHashMap<>();
        layers.forEach(layer ->
                cells(layer, box, width).forEach(next -> all.merge(next.cell(), next.cluster(), Cluster::merge)));
        return mergeOverlapping(all.values(), width * MIN_DISTANCE, box.aspectRatio());
    }

    /** Merges clusters that would still overlap because they lie on both sides of a cell's edge; the smaller joins the larger. */
    private static List<Cluster> mergeOverlapping(Collection<Cluster> all, double width, double aspectRatio) {
        var merged = new ArrayList<Cluster>();
        all.stream()
                .sorted(Comparator.comparingLong(Cluster::count)
                        .reversed()
                        .thenComparing(Cluster::layer)
                        .thenComparingLong(Cluster::id))
                .forEach(cluster -> {
                    for (int index = 0; index < merged.size(); index++) {
                        var other = merged.get(index);
                        if (Math.hypot(other.lon() - cluster.lon(), (other.lat() - cluster.lat()) / aspectRatio)
                                < width) {
                            merged.set(index, other.merge(cluster));
                            return;
                        }
                    }
                    merged.add(cluster);
                });
        return merged;
    }

    /** Returns the spots of a layer's heat map in a box at a zoom. */
    List<HeatSpot> spots(MapBox box, int zoom, Layer layer) {
        double width = Math.max(MapBox.degrees(zoom, SPOT_PIXELS), (box.east() - box.west()) / 80);
        return statement(layer, SPOTS.formatted(CELL, layer.from()), box, width)
                .query((row, number) -> new HeatSpot(row.getDouble("lon"), row.getDouble("lat"), row.getLong("count")))
                .list();
    }

    private List<CellCluster> cells(Layer layer, MapBox box, double width) {
        double height = width * box.aspectRatio();
        return statement(layer, CELLS.formatted(CELL, layer.red(), layer.amber(), layer.from()), box, width)
                .query((row, number) -> {
                    var cell = MapCell.of(row.getLong("cell"));
                    return new CellCluster(
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
        return layer.statement(jdbc, withNumbers(sql, box, width), clock.instant());
    }

    /**
     * Writes the numbers of the box into the SQL text, so that the planner can estimate the number of rows. With parameters it would
     * soon use a generic plan for a small box, and count a whole district in one process.
     */
    private static String withNumbers(String sql, MapBox box, double width) {
        return sql.replace(":width", number(width))
                .replace(":height", number(width * box.aspectRatio()))
                .replace(":west", number(box.west()))
                .replace(":south", number(box.south()))
                .replace(":east", number(box.east()))
                .replace(":north", number(box.north()));
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "(%.9f)::float8", degrees);
    }
}
