package org.liudan.geo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.organisation.Directories;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores the shapes of the district's regions: those in force, and uploaded ones that wait for review. */
@Component
public class RegionShapes {

    private static final String PUT = """
            insert into region_shape (district_id, region, in_force, geometry, source, set_by, set_at)
            values (:district, :region, :inForce, :geometry, :source, :by, :at)
            on conflict (district_id, region, in_force) do update
            set geometry = excluded.geometry, source = excluded.source, set_by = excluded.set_by,
                set_at = excluded.set_at
            """;
    private static final String PUT_BUNDLED = PUT + "where region_shape.set_by is null"
            + " and (region_shape.geometry, region_shape.source) is distinct from (excluded.geometry, excluded.source)";
    private static final String ALL = """
            select region, geometry, source, set_by, set_at
            from region_shape
            where district_id = :district and in_force = :inForce
            order by region
            """;
    private static final String PUBLISH = """
            insert into region_shape (district_id, region, in_force, geometry, source, set_by, set_at)
            select district_id, region, true, geometry, source, set_by, :at
            from region_shape
            where district_id = :district and not in_force
            on conflict (district_id, region, in_force) do update
            set geometry = excluded.geometry, source = excluded.source, set_by = excluded.set_by,
                set_at = excluded.set_at
            """;
    private static final String DISCARD = "delete from region_shape where district_id = :district and not in_force";
    private static final String REMOVE =
            "delete from region_shape where district_id = :district and in_force and region = :region";
    private static final String AUDIT_KIND = "shapes";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final Shapes shapes;
    private final Audit audit;
    private final Clock clock;

    RegionShapes(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Directories directories,
            Shapes shapes,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directories = directories;
        this.shapes = shapes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the shapes that wait for review, ordered by region code. */
    public List<Shape> proposed() {
        return list(jdbc, directories.district(), false);
    }

    /** Stores uploaded shapes, by region code, for review; an earlier proposal is dropped. */
    public void propose(Map<String, Geometry> uploaded, String source, AuditSource by) {
        transaction.executeWithoutResult(status -> {
            discard();
            uploaded.forEach((region, geometry) -> put(PUT, region, geometry, source, Optional.of(by), false));
            audit.record(by, AUDIT_KIND, "propose " + String.join(" ", uploaded.keySet()), true);
        });
    }

    /** Puts the proposed shapes in force. */
    public void publish(AuditSource by) {
        transaction.executeWithoutResult(status -> {
            var regions = proposed().stream().map(Shape::region).toList();
            jdbc.sql(PUBLISH)
                    .param("district", directories.district())
                    .param("at", now())
                    .update();
            discard();
            audit.record(by, AUDIT_KIND, "publish " + String.join(" ", regions), true);
        });
        shapes.reload();
    }

    /** Drops the proposed shapes. */
    public void discard(AuditSource by) {
        discard();
        audit.record(by, AUDIT_KIND, "discard", true);
    }

    /** Removes the shape of a region that is in force; returns false when the region has none. */
    public boolean remove(String region, AuditSource by) {
        var removed = transaction.execute(status -> {
            var existed = jdbc.sql(REMOVE)
                            .param("district", directories.district())
                            .param("region", region)
                            .update()
                    > 0;
            audit.record(by, AUDIT_KIND, "remove " + region, existed);
            return existed;
        });
        shapes.reload();
        return Boolean.TRUE.equals(removed);
    }

    /** Puts in force the shapes from the district's files or the demonstration. Shapes that an administrator uploaded stay. */
    public void installBundled(Map<String, Geometry> bundled, String source) {
        bundled.forEach((region, geometry) -> put(PUT_BUNDLED, region, geometry, source, Optional.empty(), true));
        shapes.reload();
    }

    static List<Shape> list(JdbcClient jdbc, int district, boolean inForce) {
        return jdbc.sql(ALL)
                .param("district", district)
                .param("inForce", inForce)
                .query((row, number) -> new Shape(
                        row.getString("region"),
                        GeoJson.parseStored(row.getString("geometry")),
                        row.getString("source"),
                        Optional.ofNullable(row.getString("set_by")),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void put(
            String sql, String region, Geometry geometry, String source, Optional<AuditSource> by, boolean inForce) {
        jdbc.sql(sql)
                .param("district", directories.district())
                .param("region", region)
                .param("inForce", inForce)
                .param("geometry", GeoJson.write(geometry))
                .param("source", source)
                .param("by", by.map(AuditSource::account).orElse(null))
                .param("at", now())
                .update();
    }

    private void discard() {
        jdbc.sql(DISCARD).param("district", directories.district()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
