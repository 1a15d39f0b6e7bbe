package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/**
 * The columns of an order's row that are derived from its state, so that lists can filter and sort by them. Fields with these
 * names mean the same in every method: title, content, region, point, channel, category, grade, rating, department.
 *
 * @param units the units that have or had a part in it
 * @param words the words by which a closed order is found; empty while it is open, see {@link SearchWords}
 */
public record OrderColumns(
        StepColumns step,
        String ring,
        LocationColumns location,
        Classification classification,
        DeadlineColumns deadlines,
        PerformanceColumns performance,
        List<String> units,
        List<String> words) {

    /** The columns with their types. */
    static final String NAMES = String.join(
            ", ",
            StepColumns.NAMES,
            "ring text",
            LocationColumns.NAMES,
            Classification.NAMES,
            DeadlineColumns.NAMES,
            PerformanceColumns.NAMES,
            "units text[]",
            "words text[]");

    private static final int TITLE_LENGTH = 30;

    /**
     * What an order is about.
     *
     * @param title its title, or the beginning of its content
     */
    record Classification(
            String title,
            @Nullable String department,
            @Nullable String channel,
            @Nullable String category,
            @Nullable String grade,
            @Nullable String rating,
            boolean supervised) {

        private static final String NAMES =
                "title text, department text, channel text, category text, grade text, rating text, supervised boolean";

        private static Classification of(Order order) {
            return new Classification(
                    OrderColumns.title(order),
                    order.parties().get("department"),
                    orNull(order.text("channel")),
                    orNull(order.text("category")),
                    orNull(order.text("grade")),
                    orNull(order.text("rating")),
                    order.marked("supervised"));
        }

        private static Classification read(ResultSet row) throws SQLException {
            return new Classification(
                    row.getString("title"),
                    row.getString("department"),
                    row.getString("channel"),
                    row.getString("category"),
                    row.getString("grade"),
                    row.getString("rating"),
                    row.getBoolean("supervised"));
        }

        private List<@Nullable Object> values() {
            return Arrays.asList(title, department, channel, category, grade, rating, supervised);
        }
    }

    static OrderColumns of(Order order, Method method, Directory directory) {
        return new OrderColumns(
                StepColumns.of(order),
                order.ring(),
                LocationColumns.of(order, directory),
                Classification.of(order),
                DeadlineColumns.of(order),
                PerformanceColumns.of(order, method),
                List.copyOf(order.units()),
                order.open() ? List.of() : SearchWords.of(order));
    }

    static OrderColumns read(ResultSet row) throws SQLException {
        return new OrderColumns(
                StepColumns.read(row),
                row.getString("ring"),
                LocationColumns.read(row),
                Classification.read(row),
                DeadlineColumns.read(row),
                PerformanceColumns.read(row),
                texts(row, "units"),
                texts(row, "words"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>(step.values());
        values.add(ring);
        values.addAll(location.values());
        values.addAll(classification.values());
        values.addAll(deadlines.values());
        values.addAll(performance.values());
        values.add(units.toArray(String[]::new));
        values.add(words.toArray(String[]::new));
        return values;
    }

    /** The title of an order; the first 30 characters of its content when it has none. */
    public static String title(Order order) {
        var title = order.text("title");
        if (!title.isEmpty()) {
            return title;
        }
        var content = order.text("content").replaceAll("\\s+", " ");
        int length = content.codePointCount(0, content.length());
        return length <= TITLE_LENGTH
                ? content
                : content.substring(0, content.offsetByCodePoints(0, TITLE_LENGTH)) + "…";
    }

    /** A moment as the type that the JDBC driver takes for {@code timestamptz}. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(OrderColumns::utc).orElse(null);
    }

    /** The texts of a column of type {@code text[]}. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
