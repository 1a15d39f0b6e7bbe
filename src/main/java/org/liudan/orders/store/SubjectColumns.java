package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.PerformedAction;
import org.liudan.organisation.Directory;

/**
 * The columns of a subject's row that are derived from its state, so that lists can filter, sort and search by them. Fields
 * with these names mean the same in every register: title, region, place, point.
 *
 * @param key what the register knows the subject by; its id where the field is empty
 * @param keeper the person who looks after it; null when nobody is named
 * @param tags what it is found by: pairs of neighbouring characters, {@code field=value} for the fields that lists filter by,
 *     {@code did=action} for each action that was taken, and {@code @unit} for the departments and offices that have a part in
 *     it or took an action
 * @param facts what can be summed and counted, as JSON; see {@link SubjectSnapshot#facts}
 */
record SubjectColumns(
        String key,
        String title,
        @Nullable String keeper,
        StepColumns step,
        LocationColumns location,
        CycleColumns cycle,
        List<String> tags,
        String facts) {

    /** The prefix of a tag for an action that was taken. */
    private static final String ACTION = "did=";

    /** The columns with their types. */
    static final String NAMES = String.join(
            ", ",
            "key text, title text, keeper text",
            StepColumns.NAMES,
            LocationColumns.NAMES,
            CycleColumns.NAMES,
            "tags text[], facts text");

    static SubjectColumns of(Order subject, Method method, Directory directory) {
        var register = method.register().orElseThrow();
        return new SubjectColumns(
                key(subject, register),
                subject.text("title").isEmpty() ? key(subject, register) : subject.text("title"),
                register.keeper()
                        .map(subject::text)
                        .flatMap(SubjectColumns::notEmpty)
                        .orElse(null),
                StepColumns.of(subject),
                LocationColumns.of(subject, directory),
                CycleColumns.of(subject, register),
                tags(subject, register, directory),
                SubjectSnapshot.facts(subject));
    }

    static SubjectColumns read(ResultSet row) throws SQLException {
        return new SubjectColumns(
                row.getString("key"),
                row.getString("title"),
                row.getString("keeper"),
                StepColumns.read(row),
                LocationColumns.read(row),
                CycleColumns.read(row),
                OrderColumns.texts(row, "tags"),
                row.getString("facts"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        var values = new ArrayList<@Nullable Object>();
        values.add(key);
        values.add(title);
        values.add(keeper);
        values.addAll(step.values());
        values.addAll(location.values());
        values.addAll(cycle.values());
        values.add(tags.toArray(String[]::new));
        values.add(facts);
        return values;
    }

    /** What the register knows a subject by; its id where the field is empty. */
    static String key(Order subject, Register register) {
        return notEmpty(subject.text(register.key())).orElse(Long.toString(subject.id()));
    }

    private static List<String> tags(Order subject, Register register, Directory directory) {
        var tags = new TreeSet<>(CharacterPairs.of(String.join(
                " ",
                key(subject, register),
                subject.text("title"),
                subject.text("place"),
                register.keeper().map(subject::text).orElse(""))));
        var units = Stream.concat(
                subject.parties().values().stream(), subject.deeds().stream().map(PerformedAction::unit));
        RowTags.ofUnits(units, directory).forEach(tags::add);
        subject.did().keySet().forEach(action -> tags.add(ACTION + action));
        register.filters().forEach(field -> {
            var value = subject.fields().get(field);
            if (value instanceof List<?> list) {
                list.forEach(item -> tags.add(field + "=" + item));
            } else if (value != null) {
                tags.add(field + "=" + value);
            }
        });
        return List.copyOf(tags);
    }

    private static Optional<String> notEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
