package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.PerformedAction;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directory;

/**
 * What the row of a subject repeats of its state, so that lists can filter, sort and search by it. Fields of these names
 * mean the same in every register: title, region, place, point.
 *
 * @param visitedAt when it was visited last
 * @param marks what it is found by: pairs of neighbouring characters, {@code field=value} for what lists filter by,
 *     {@code did=action} for what was done, and {@code @unit} for the offices that play a part in it or did something
 * @param facts what can be summed of it and counted by, as {@link SubjectSnapshot} writes it
 */
record SubjectColumns(
        String key,
        String title,
        @Nullable String keeper,
        String step,
        @Nullable String holderUnit,
        @Nullable String holderPost,
        @Nullable String closed,
        @Nullable String region,
        @Nullable String street,
        @Nullable String community,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime alarmAt,
        boolean settled,
        @Nullable OffsetDateTime visitedAt,
        int visits,
        boolean confidential,
        List<String> marks,
        String facts) {

    /** Begins the mark of an action that was taken on a subject. */
    private static final String DID = "did=";

    /** The columns with their types. */
    static final String NAMES =
            "key text, title text, keeper text, step text, holder_unit text, holder_post text, closed text, region text,"
                    + " street text, community text, lon float8, lat float8, due_at timestamptz, alarm_at timestamptz,"
                    + " settled boolean, visited_at timestamptz, visits integer, confidential boolean, tags text[],"
                    + " facts text";

    static SubjectColumns of(Order subject, Method method, Directory directory) {
        var register = method.register().orElseThrow();
        var region = subject.text("region");
        var point = subject.text("point").split(",", 2);
        var cycle = register.cycle().flatMap(subject::clock);
        return new SubjectColumns(
                key(subject, register),
                subject.text("title").isEmpty() ? key(subject, register) : subject.text("title"),
                register.keeper()
                        .map(subject::text)
                        .flatMap(SubjectColumns::given)
                        .orElse(null),
                subject.step(),
                subject.holder().map(Seat::unit).orElse(null),
                subject.holder().map(Seat::post).orElse(null),
                subject.closed().orElse(null),
                given(region).orElse(null),
                directory.regionAt(region, "street").orElse(null),
                directory.regionAt(region, "community").orElse(null),
                point.length == 2 ? Double.valueOf(point[0]) : null,
                point.length == 2 ? Double.valueOf(point[1]) : null,
                cycle.filter(ClockRun::running)
                        .filter(run -> !run.paused())
                        .map(ClockRun::dueAt)
                        .map(OrderColumns::utc)
                        .orElse(null),
                subject.alarmAt().map(OrderColumns::utc).orElse(null),
                subject.running().stream().allMatch(ClockRun::settled),
                register.visited(subject) == 0
                        ? null
                        : cycle.map(ClockRun::startedAt).map(OrderColumns::utc).orElse(null),
                register.visited(subject),
                !subject.readers().isEmpty(),
                marks(subject, register, directory),
                SubjectSnapshot.facts(subject));
    }

    static SubjectColumns read(ResultSet row) throws SQLException {
        return new SubjectColumns(
                row.getString("key"),
                row.getString("title"),
                row.getString("keeper"),
                row.getString("step"),
                row.getString("holder_unit"),
                row.getString("holder_post"),
                row.getString("closed"),
                row.getString("region"),
                row.getString("street"),
                row.getString("community"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getObject("due_at", OffsetDateTime.class),
                row.getObject("alarm_at", OffsetDateTime.class),
                row.getBoolean("settled"),
                row.getObject("visited_at", OffsetDateTime.class),
                row.getInt("visits"),
                row.getBoolean("confidential"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("facts"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(
                key,
                title,
                keeper,
                step,
                holderUnit,
                holderPost,
                closed,
                region,
                street,
                community,
                lon,
                lat,
                dueAt,
                alarmAt,
                settled,
                visitedAt,
                visits,
                confidential,
                marks.toArray(String[]::new),
                facts);
    }

    /** What a subject is known by; its id where the field was left empty. */
    static String key(Order subject, Register register) {
        return given(subject.text(register.key())).orElse(Long.toString(subject.id()));
    }

    private static List<String> marks(Order subject, Register register, Directory directory) {
        var marks = new TreeSet<>(CharacterPairs.of(String.join(
                " ",
                key(subject, register),
                subject.text("title"),
                subject.text("place"),
                register.keeper().map(subject::text).orElse(""))));
        var units = Stream.concat(
                subject.parties().values().stream(), subject.deeds().stream().map(PerformedAction::unit));
        RowTags.ofUnits(units, directory).forEach(marks::add);
        subject.did().keySet().forEach(action -> marks.add(DID + action));
        register.filters().forEach(field -> {
            var value = subject.fields().get(field);
            if (value instanceof List<?> several) {
                several.forEach(one -> marks.add(field + "=" + one));
            } else if (value != null) {
                marks.add(field + "=" + value);
            }
        });
        return List.copyOf(marks);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
