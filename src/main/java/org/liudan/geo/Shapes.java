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

/** The shapes in force, held in memory, so that a point finds its region in microseconds, as docs/benchmarks.md has it. */
@Component
public class Shapes {

    /** What tells one state of the table from another. */
    private static final String STATE = """
            select count(*) || ' ' || coalesce(max(set_at)::text, '')
                || ' ' || coalesce(sum(hashtext(region || geometry)), 0)
            from region_shape
            where district_id = :district and in_force
            """;

    /**
     * The shapes at one moment.
     *
     * @param state names them: other shapes, another state
     */
    public record Known(String state, List<Shape> shapes, ShapeIndex index, Coverage coverage) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final AtomicReference<@Nullable Known> current = new AtomicReference<>();

    Shapes(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The smallest region that holds the point. */
    public Optional<String> at(Coordinates place) {
        return known().index().at(place);
    }

    /** All regions that hold the point, the smallest first. */
    public List<String> around(Coordinates place) {
        return known().index().all(place);
    }

    /** The shapes now, in the order of the regions. */
    public List<Shape> all() {
        return known().shapes();
    }

    /** What the shapes cover, roughly. */
    public Coverage coverage() {
        return known().coverage();
    }

    /** Names the shapes as they are now. */
    public String state() {
        return known().state();
    }

    /** Reads the shapes anew, also because another process may have changed them. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public synchronized void reload() {
        read();
    }

    private Known known() {
        var known = current.get();
        return known != null ? known : read();
    }

    private synchronized Known read() {
        var state = directories.district() + " "
                + jdbc.sql(STATE)
                        .param("district", directories.district())
                        .query(String.class)
                        .single();
        var before = current.get();
        if (before != null && before.state().equals(state)) {
            return before;
        }
        var shapes = RegionShapes.list(jdbc, directories.district(), true);
        var known = new Known(
                state,
                shapes,
                ShapeIndex.of(shapes.stream().collect(Collectors.toMap(Shape::region, Shape::geometry))),
                Coverage.of(shapes.stream().map(Shape::geometry).toList()));
        current.set(known);
        return known;
    }
}
