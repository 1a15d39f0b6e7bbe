package org.liudan.grids;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liudan.batches.Batches;
import org.liudan.engine.order.Actor;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Shapes;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what lies, by its point and the shapes in force, in another part of a community than is written down. Only what
 * has a point is looked at, and nothing is moved out of its community.
 */
@Component
class MisplacedSubjects {

    private static final String POINTS = """
            select method, id, region, lon, lat
            from subject
            where district_id = :district and closed is null and lon is not null and region in (:regions)
            union all
            select method, id, region, lon, lat
            from orders
            where district_id = :district and closed is null and lon is not null and region in (:regions)
            """;

    /** What is to be moved: of one method, to one region. */
    record Move(String method, String to) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Shapes shapes;
    private final Batches batches;

    MisplacedSubjects(JdbcClient jdbc, Directories directories, Shapes shapes, Batches batches) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.shapes = shapes;
        this.batches = batches;
    }

    /** How many are to be moved. */
    long misplaced(String community) {
        return moves(community).values().stream().mapToLong(List::size).sum();
    }

    /** Has them moved; answers the batches that do it. */
    List<Long> redraw(String community, Actor.Officer by) {
        return moves(community).entrySet().stream()
                .map(move ->
                        batches.relocate(move.getKey().method(), move.getKey().to(), by, move.getValue()))
                .toList();
    }

    private Map<Move, List<Long>> moves(String community) {
        var within = directories.current().allWithin(community);
        var moves = new LinkedHashMap<Move, List<Long>>();
        if (shapes.all().stream().noneMatch(shape -> within.contains(shape.region()))) {
            return moves;
        }
        var known = Set.copyOf(within);
        jdbc.sql(POINTS)
                .param("district", directories.district())
                .param("regions", within)
                .query(row -> {
                    var place = new Coordinates(row.getDouble("lon"), row.getDouble("lat"));
                    var there = shapes.at(place).filter(known::contains);
                    if (there.isPresent()
                            && !there.get().equals(row.getString("region"))
                            && !within(there.get(), row.getString("region"))) {
                        moves.computeIfAbsent(new Move(row.getString("method"), there.get()), move -> new ArrayList<>())
                                .add(row.getLong("id"));
                    }
                });
        return moves;
    }

    /** True when what is written down says more than the shapes do: a micro-grid within the grid that was found. */
    private boolean within(String found, String written) {
        return directories.current().allWithin(found).contains(written);
    }
}
