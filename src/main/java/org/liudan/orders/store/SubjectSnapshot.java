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
 * What a subject counts for on its register: its stage, its region, and its numbers and choices. Each change is stored as two
 * rows: one ends the old snapshot, one begins the new. So the contents of a register at the end of any month are a sum over these
 * rows; see docs/decisions/0016.
 *
 * @param step the stage of the subject
 * @param region the code of its region
 * @param facts what can be summed and counted, as JSON; see {@link #facts}
 */
public record SubjectSnapshot(String step, String region, String facts) {

    private static final Pattern CHOICE = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

    public static final TableColumns TABLE = TableColumns.of(
            "subject_snapshot",
            "number integer, begins boolean, at timestamptz, method text, step text, region text, street text, community text,"
                    + " facts text",
            "");

    /**
     * A snapshot that begins or ends with an event.
     *
     * @param number the number of the event
     * @param at when the event happened
     * @param begins true when the snapshot begins, false when it ends
     */
    public record SnapshotChange(int number, Instant at, boolean begins, SubjectSnapshot snapshot) {

        /** The values of a row, in the order of {@link #TABLE}. */
        public List<@Nullable Object> row(String method, Directory directory) {
            return Arrays.asList(
                    number,
                    begins,
                    OrderColumns.utc(at),
                    method,
                    snapshot.step,
                    snapshot.region,
                    directory.regionAt(snapshot.region, "street").orElse(null),
                    directory.regionAt(snapshot.region, "community").orElse(null),
                    snapshot.facts);
        }
    }

    /** The values of a stored row, in the order of {@link #TABLE}. */
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

    /** The snapshot of a subject; empty before it is entered on the register and after it is closed. */
    static Optional<SubjectSnapshot> of(Order subject) {
        return subject.events() > 0 && subject.open()
                ? Optional.of(new SubjectSnapshot(subject.step(), subject.text("region"), facts(subject)))
                : Optional.empty();
    }

    /** The changes that an event causes; empty when the snapshot stays the same. */
    public static List<SnapshotChange> changes(Order before, Order after) {
        var old = of(before);
        var current = of(after);
        var changes = new ArrayList<SnapshotChange>();
        if (!old.equals(current)) {
            old.ifPresent(
                    snapshot -> changes.add(new SnapshotChange(after.events(), after.changedAt(), false, snapshot)));
            current.ifPresent(
                    snapshot -> changes.add(new SnapshotChange(after.events(), after.changedAt(), true, snapshot)));
        }
        return changes;
    }

    /**
     * What can be summed or counted of a subject, as JSON: numbers, yes and no, and texts that may be the id of a choice. Only the
     * values decide, so a later version of the register can sum fields that an earlier version did not.
     */
    static String facts(Order subject) {
        return subject.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof Number || isChoice(field.getValue()))
                .map(field -> "\"" + field.getKey() + "\":" + json(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static boolean isChoice(Object value) {
        return value instanceof Boolean
                || value instanceof String text && CHOICE.matcher(text).matches();
    }

    private static String json(Object value) {
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }
}
