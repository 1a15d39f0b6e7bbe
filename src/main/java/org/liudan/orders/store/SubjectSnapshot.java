package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/**
 * What a subject counts for on its register: the stage at which it stands, where it lies, and its numbers and choices. Each
 * change of it is a row that ends the one and a row that begins the other, so that what a register held at the end of any
 * month is a sum over these rows; see docs/decisions/0016.
 *
 * @param facts as {@link #facts} writes them
 */
public record SubjectSnapshot(String step, String region, String facts) {

    private static final Pattern CHOICE = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

    public static final TableColumns TABLE = TableColumns.of(
            "subject_snapshot",
            "number integer, begins boolean, at timestamptz, method text, step text, region text, street text, community text,"
                    + " facts text",
            "");

    /**
     * A subject came to stand like this by an event, or ceased to.
     *
     * @param number of the event
     */
    public record Turn(int number, Instant at, boolean came, SubjectSnapshot standing) {

        /** The row, in the order of {@link #TABLE}. */
        public List<@Nullable Object> row(String method, Directory directory) {
            return Arrays.asList(
                    number,
                    came,
                    OrderColumns.utc(at),
                    method,
                    standing.step,
                    standing.region,
                    directory.regionAt(standing.region, "street").orElse(null),
                    directory.regionAt(standing.region, "community").orElse(null),
                    standing.facts);
        }
    }

    /** A row as it is kept, in the order of {@link #TABLE}. */
    public static List<@Nullable Object> read(ResultSet row) throws SQLException {
        return Arrays.asList(
                row.getInt("number"),
                row.getBoolean("begins"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("method"),
                row.getString("step"),
                row.getString("region"),
                row.getString("street"),
                row.getString("community"),
                row.getString("facts"));
    }

    /** How it stands; empty before it is entered and once it has left. */
    static Optional<SubjectSnapshot> of(Order subject) {
        return subject.events() > 0 && subject.open()
                ? Optional.of(new SubjectSnapshot(subject.step(), subject.text("region"), facts(subject)))
                : Optional.empty();
    }

    /** What an event has changed of it; nothing where it stands as before. */
    public static List<Turn> turns(Order before, Order after) {
        var was = of(before);
        var is = of(after);
        var turns = new ArrayList<Turn>();
        if (!was.equals(is)) {
            was.ifPresent(standing -> turns.add(new Turn(after.events(), after.changedAt(), false, standing)));
            is.ifPresent(standing -> turns.add(new Turn(after.events(), after.changedAt(), true, standing)));
        }
        return turns;
    }

    /**
     * What can be summed of a subject or counted by, as JSON: numbers, yes and no, and texts that may be a choice. It goes by
     * the values alone, so that a later version of the register can sum what an earlier one did not.
     */
    static String facts(Order subject) {
        return subject.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof Number || choice(field.getValue()))
                .map(field -> "\"" + field.getKey() + "\":" + written(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static boolean choice(Object value) {
        return value instanceof Boolean
                || value instanceof String text && CHOICE.matcher(text).matches();
    }

    private static String written(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
