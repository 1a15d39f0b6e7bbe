package org.liudan.geo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A cache of the shapes in force. The region of a point is found in microseconds; docs/benchmarks.md has the measurements. */
@Component
public class Shapes {

    /** A text that differs whenever the shapes of the table differ. */
    private static final String FINGERPRINT = """
            select count(*) || ' ' || coalesce(max(set_at)::text, '')
                || ' ' || coalesce(sum(hashtext(region || geometry)), 0)
            from region_shape
            where district_id = :district and in_force
            """;

    /**
     * The cached shapes at one moment.
     *
     * @param fingerprint identifies the set of shapes; it changes when a shape changes
     */
    public record ShapeSnapshot(String fingerprint, List<Shape> shapes, ShapeIndex index, Coverage coverage) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final AtomicReference<@Nullable ShapeSnapshot> current = new AtomicReference<>();

    Shapes(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** Returns the code of the smallest region that contains the point. */
    public Optional<String> at(Coordinates place) {
        return snapshot().index().smallestContaining(place);
    }

    /** Returns the codes of all regions that contain the point, the smallest first. */
    public List<String> around(Coordinates place) {
        return snapshot().index().containing(place);
    }

    /** Returns the current shapes, ordered by region code. */
    public List<Shape> all() {
        return snapshot().shapes();
    }

    /** Returns the raster of the current shapes. */
    public Coverage coverage() {
        return snapshot().coverage();
    }

    /** Reads the shapes again; another process may have changed them. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public synchronized void reload() {
        read();
    }

    private ShapeSnapshot snapshot() {
        var cached = current.get();
        return cached != null ? cached : read();
    }

    private synchronized ShapeSnapshot read() {
        var fingerprint = directories.district() + " "
                + jdbc.sql(FINGERPRINT)
                        .param("district", directories.district())
                        .query(String.class)
                        .single();
        var before = current.get();
        if (before != null && before.fingerprint().equals(fingerprint)) {
            return before;
        }
        var shapes = RegionShapes.list(jdbc, directories.district(), true);
        var snapshot = new ShapeSnapshot(
                fingerprint,
                shapes,
                ShapeIndex.of(shapes.stream().collect(Collectors.toMap(Shape::region, Shape::geometry))),
                Coverage.of(shapes.stream().map(Shape::geometry).toList()));
        current.set(snapshot);
        return snapshot;
    }
}
