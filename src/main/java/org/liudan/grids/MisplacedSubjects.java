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
 * Finds subjects and orders whose point is, by the shapes in force, in another part of the community than their stored
 * region. Only those with a point are checked, and none is moved out of its community.
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

    /** The method of the items to be moved and the code of their new region. */
    record RelocationTarget(String method, String region) {}

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

    /** The number of misplaced subjects and orders. */
    long count(String community) {
        return relocations(community).values().stream().mapToLong(List::size).sum();
    }

    /** Creates a batch for each method and region. Returns the ids of the batches. */
    List<Long> relocate(String community, Actor.Officer by) {
        return relocations(community).entrySet().stream()
                .map(relocation -> batches.relocate(
                        relocation.getKey().method(), relocation.getKey().region(), by, relocation.getValue()))
                .toList();
    }

    private Map<RelocationTarget, List<Long>> relocations(String community) {
        var regions = directories.current().allWithin(community);
        var relocations = new LinkedHashMap<RelocationTarget, List<Long>>();
        if (shapes.all().stream().noneMatch(shape -> regions.contains(shape.region()))) {
            return relocations;
        }
        var regionCodes = Set.copyOf(regions);
        jdbc.sql(POINTS)
                .param("district", directories.district())
                .param("regions", regions)
                .query(row -> {
                    var point = new Coordinates(row.getDouble("lon"), row.getDouble("lat"));
                    var found = shapes.at(point).filter(regionCodes::contains);
                    if (found.isPresent()
                            && !found.get().equals(row.getString("region"))
                            && !isMorePrecise(found.get(), row.getString("region"))) {
                        relocations
                                .computeIfAbsent(
                                        new RelocationTarget(row.getString("method"), found.get()),
                                        relocation -> new ArrayList<>())
                                .add(row.getLong("id"));
                    }
                });
        return relocations;
    }

    /** True if the stored region is within the found one, such as a micro-grid within a grid; then it is kept. */
    private boolean isMorePrecise(String found, String stored) {
        return directories.current().allWithin(found).contains(stored);
    }
}
