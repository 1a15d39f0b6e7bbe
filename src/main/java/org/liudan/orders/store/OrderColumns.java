package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directory;

/**
 * What the row of an order repeats of its state, so that lists can filter and sort by it. Fields of these names mean
 * the same in every method: title, content, region, point, channel, category, grade, rating, department.
 *
 * @param answeredInTime how it is judged by the clocks of the measure {@code answered}; null while there is nothing to judge
 * @param finishedInTime likewise by those of {@code finished}
 * @param units those that have or had a part in it
 * @param words by which it is found once it is closed; empty before, see {@link SearchWords}
 */
public record OrderColumns(
        String step,
        String ring,
        @Nullable String holderUnit,
        @Nullable String holderPost,
        @Nullable String closed,
        String title,
        @Nullable String region,
        @Nullable String street,
        @Nullable String community,
        @Nullable String department,
        @Nullable String channel,
        @Nullable String category,
        @Nullable String grade,
        @Nullable String rating,
        boolean supervised,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime warnAt,
        @Nullable OffsetDateTime alarmAt,
        boolean settled,
        @Nullable Long took,
        boolean confidential,
        @Nullable Double lon,
        @Nullable Double lat,
        boolean breached,
        @Nullable Boolean answeredInTime,
        @Nullable Boolean finishedInTime,
        List<String> units,
        List<String> words) {

    /** The columns with their types. */
    static final String NAMES =
            "step text, ring text, holder_unit text, holder_post text, closed text, title text, region text, street text,"
                    + " community text, department text, channel text, category text, grade text, rating text,"
                    + " supervised boolean, due_at timestamptz, warn_at timestamptz, alarm_at timestamptz,"
                    + " settled boolean, working_minutes bigint, confidential boolean, lon float8, lat float8,"
                    + " breached boolean, answered_in_time boolean, finished_in_time boolean, units text[],"
                    + " words text[]";

    private static final int TITLE = 30;

    static OrderColumns of(Order order, Method method, Directory directory) {
        var region = order.text("region");
        var point = order.text("point").split(",", 2);
        var first = order.running().stream().filter(run -> !run.paused()).min(Comparator.comparing(ClockRun::dueAt));
        return new OrderColumns(
                order.step(),
                order.ring(),
                order.holder().map(Seat::unit).orElse(null),
                order.holder().map(Seat::post).orElse(null),
                order.closed().orElse(null),
                title(order),
                orNull(region),
                directory.regionAt(region, "street").orElse(null),
                directory.regionAt(region, "community").orElse(null),
                order.parties().get("department"),
                orNull(order.text("channel")),
                orNull(order.text("category")),
                orNull(order.text("grade")),
                orNull(order.text("rating")),
                order.marked("supervised"),
                first.map(ClockRun::dueAt).map(OrderColumns::utc).orElse(null),
                first.map(ClockRun::warnAt).map(OrderColumns::utc).orElse(null),
                order.alarmAt().map(OrderColumns::utc).orElse(null),
                order.running().stream().allMatch(ClockRun::settled),
                order.took().orElse(null),
                !order.readers().isEmpty(),
                point.length == 2 ? Double.valueOf(point[0]) : null,
                point.length == 2 ? Double.valueOf(point[1]) : null,
                breached(order.clocks().stream()),
                inTime(order, method, "answered"),
                inTime(order, method, "finished"),
                List.copyOf(order.units()),
                order.open() ? List.of() : SearchWords.of(order));
    }

    /** Whether it was kept by the clocks that a measure of the method names; null while there is nothing to judge. */
    private static @Nullable Boolean inTime(Order order, Method method, String measure) {
        var clocks = method.measures().getOrDefault(measure, List.of());
        var judged = order.clocks().stream()
                .filter(run -> clocks.contains(run.clock()))
                .toList();
        if (breached(judged.stream())) {
            return false;
        }
        return judged.stream().anyMatch(run -> run.endedAt().isPresent()) ? true : null;
    }

    private static boolean breached(Stream<ClockRun> runs) {
        return runs.anyMatch(run -> run.breachedAt().isPresent());
    }

    static OrderColumns read(ResultSet row) throws SQLException {
        return new OrderColumns(
                row.getString("step"),
                row.getString("ring"),
                row.getString("holder_unit"),
                row.getString("holder_post"),
                row.getString("closed"),
                row.getString("title"),
                row.getString("region"),
                row.getString("street"),
                row.getString("community"),
                row.getString("department"),
                row.getString("channel"),
                row.getString("category"),
                row.getString("grade"),
                row.getString("rating"),
                row.getBoolean("supervised"),
                row.getObject("due_at", OffsetDateTime.class),
                row.getObject("warn_at", OffsetDateTime.class),
                row.getObject("alarm_at", OffsetDateTime.class),
                row.getBoolean("settled"),
                row.getObject("working_minutes", Long.class),
                row.getBoolean("confidential"),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getBoolean("breached"),
                row.getObject("answered_in_time", Boolean.class),
                row.getObject("finished_in_time", Boolean.class),
                texts(row, "units"),
                texts(row, "words"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(
                step,
                ring,
                holderUnit,
                holderPost,
                closed,
                title,
                region,
                street,
                community,
                department,
                channel,
                category,
                grade,
                rating,
                supervised,
                dueAt,
                warnAt,
                alarmAt,
                settled,
                took,
                confidential,
                lon,
                lat,
                breached,
                answeredInTime,
                finishedInTime,
                units.toArray(String[]::new),
                words.toArray(String[]::new));
    }

    /** The title given, or the beginning of the content. */
    public static String title(Order order) {
        var title = order.text("title");
        if (!title.isEmpty()) {
            return title;
        }
        var content = order.text("content").replaceAll("\\s+", " ");
        int length = content.codePointCount(0, content.length());
        return length <= TITLE ? content : content.substring(0, content.offsetByCodePoints(0, TITLE)) + "…";
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(OrderColumns::utc).orElse(null);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
