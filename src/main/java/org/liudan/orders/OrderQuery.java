package org.liudan.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.people.Directory;
import org.liudan.people.Seals;
import org.liudan.people.Sight;
import org.liudan.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conditions of a list of orders: what the viewer may see, narrowed by what was asked. */
public final class OrderQuery {

    private static final Map<String, String> ONE_OF = Map.of(
            "grade", "o.grade",
            "channel", "o.channel",
            "department", "o.department",
            "holder", "o.holder_unit",
            "street", "o.street",
            "method", "o.method",
            "step", "o.step",
            "ring", "o.ring",
            "rating", "o.rating");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> params = new HashMap<>();

    private OrderQuery() {}

    /**
     * Makes the conditions.
     *
     * @param steps the steps at which the viewer's post has something to do
     */
    static OrderQuery of(
            OrderFilter filter,
            Viewer viewer,
            Directory directory,
            Set<String> steps,
            Instant now,
            WorkingCalendar calendar,
            Seals seals) {
        var query = new OrderQuery();
        var sight = Sight.of(viewer, directory);
        query.add("o.district_id = :district", "district", directory.district());
        query.conditions.add(
                "(" + (filter.get("tab").equals("confidential") ? sight.confidential() : sight.condition()) + ")");
        query.params.putAll(sight.params());
        query.params.put("now", Columns.utc(now));
        query.tab(filter.get("tab"), viewer, steps);
        ONE_OF.forEach((part, column) -> {
            if (filter.has(part)) {
                query.add(column + " in (:" + part + ")", part, several(filter, part));
            }
        });
        if (filter.has("did")) {
            query.add(
                    "exists (select from order_event e where e.district_id = o.district_id and e.order_id = o.id"
                            + " and e.action in (:did))",
                    "did",
                    several(filter, "did"));
        }
        if (filter.has("community")) {
            query.add("o.community in (:community)", "community", several(filter, "community"));
        }
        query.category(filter.get("category"));
        query.light(filter.get("light"));
        query.state(filter.get("state"));
        if (filter.has("supervised")) {
            query.conditions.add("o.supervised");
        }
        query.clock(filter);
        query.day("o.raised_at >= ", "from", filter.get("from"), 0, calendar);
        query.day("o.raised_at < ", "to", filter.get("to"), 1, calendar);
        query.day("o.closed is not null and o.changed_at >= ", "closed-from", filter.get("closed-from"), 0, calendar);
        query.day("o.closed is not null and o.changed_at < ", "closed-to", filter.get("closed-to"), 1, calendar);
        query.words(filter.get("q"), seals);
        return query;
    }

    /** The conditions as SQL on a table {@code orders o}. */
    public String where() {
        return String.join("\n    and ", conditions);
    }

    /** Gives a statement the parameters of the conditions. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(params);
    }

    OrderQuery and(String condition, Map<String, ?> more) {
        conditions.add(condition);
        params.putAll(more);
        return this;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    /** What an address gives as a list with commas. */
    private static List<String> several(OrderFilter filter, String part) {
        return List.of(filter.get(part).split(",", -1));
    }

    private void tab(String tab, Viewer viewer, Set<String> steps) {
        params.put("unit", viewer.seat().unit());
        params.put("steps", steps.isEmpty() ? Set.of("") : steps);
        switch (tab) {
            case "todo" ->
                conditions.add("o.closed is null and o.holder_unit = :unit and o.method || '/' || o.step in (:steps)");
            case "doing" ->
                conditions.add(
                        "o.closed is null and not (o.holder_unit = :unit and o.method || '/' || o.step in (:steps))");
            case "done" -> conditions.add("o.closed is not null");
            case "supervised" -> conditions.add("o.supervised and o.closed is null");
            default -> {}
        }
    }

    /** One of the five groups takes in all its categories. */
    private void category(String category) {
        if (category.contains(".")) {
            add("o.category = :category", "category", category);
        } else if (!category.isEmpty()) {
            add("(o.category = :category or o.category like :group)", "category", category);
            params.put("group", category + ".%");
        }
    }

    private void light(String light) {
        switch (light) {
            case "red" -> conditions.add("o.closed is null and o.due_at < :now");
            case "amber" -> conditions.add("o.closed is null and o.due_at >= :now and o.warn_at <= :now");
            case "green" -> conditions.add("o.closed is null and o.warn_at > :now");
            default -> {}
        }
    }

    private void state(String state) {
        switch (state) {
            case "" -> {}
            case "open" -> conditions.add("o.closed is null");
            case "closed" -> conditions.add("o.closed is not null");
            default -> add("o.closed = :state", "state", state);
        }
    }

    /**
     * Orders judged by clocks: kept in time ({@code late=no}: ended, and never breached), breached ({@code late=yes}), or
     * either.
     */
    private void clock(OrderFilter filter) {
        if (!filter.has("clock") && !filter.has("late")) {
            return;
        }
        var run = new StringBuilder(
                "exists (select from order_clock c where c.district_id = o.district_id and c.order_id = o.id");
        if (filter.has("clock")) {
            run.append(" and c.clock in (:clocks)");
            params.put("clocks", several(filter, "clock"));
        }
        if (filter.has("unit")) {
            run.append(" and c.unit = :clockUnit");
            params.put("clockUnit", filter.get("unit"));
        }
        switch (filter.get("late")) {
            case "yes" -> conditions.add(run + " and c.breached_at is not null)");
            case "no" -> {
                conditions.add(run + " and c.ended_at is not null)");
                conditions.add("not " + run + " and c.breached_at is not null)");
            }
            default -> conditions.add(run + " and (c.ended_at is not null or c.breached_at is not null))");
        }
    }

    private void day(String condition, String name, String text, int later, WorkingCalendar calendar) {
        try {
            if (!text.isEmpty()) {
                var parameter = name.replace("-", "");
                add(
                        condition + ":" + parameter,
                        parameter,
                        Columns.utc(LocalDate.parse(text)
                                .plusDays(later)
                                .atStartOfDay(calendar.hours().zone())
                                .toInstant()));
            }
        } catch (DateTimeParseException notADay) {
            conditions.add("false");
        }
    }

    /** A number, a phone or identity number, or words of the text. */
    private void words(String words, Seals seals) {
        if (words.isEmpty()) {
            return;
        }
        var number = OrderNumber.parse(words);
        var digits = words.replaceAll("[\\s-]", "");
        if (number.isPresent()) {
            add("o.id = :number", "number", number.get().id());
        } else if (digits.matches("\\d{7,12}|\\d{17}[\\dXx]")) {
            add(
                    "exists (select from order_contact k where k.district_id = o.district_id and k.order_id = o.id"
                            + " and k.hash = decode(:contact, 'hex'))",
                    "contact",
                    HexFormat.of().formatHex(seals.hash("contact", digits.toUpperCase(java.util.Locale.ROOT))));
        } else {
            var grams = Grams.of(words);
            if (grams.isEmpty()) {
                add("o.title like :part", "part", "%" + words.replaceAll("[%_\\\\]", "") + "%");
            } else {
                add(
                        "exists (select from order_door d where d.district_id = o.district_id and d.order_id = o.id"
                                + " and d.grams @> array(select json_array_elements_text(:grams::json)))",
                        "grams",
                        OrderJson.ROWS.writeValueAsString(grams));
            }
        }
    }
}
