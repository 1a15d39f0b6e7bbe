package org.liudan.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liudan.calendar.Days;
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
            "community", "o.community",
            "method", "o.method",
            "step", "o.step",
            "ring", "o.ring",
            "rating", "o.rating");

    static final String AND = "\n    and ";

    /** The tab with what waits to be rated. */
    static final String TO_RATE = "to-rate";

    /** What was merged into another order is done and judged with that one; it is found by its own state. */
    private static final String ALONE = "o.closed is distinct from 'merged'";

    private final Conditions conditions = new Conditions();
    private final Marks marks = new Marks();
    private Optional<Sought> sought = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private boolean few;
    private boolean open;
    private boolean closed;

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
        query.conditions.add("o.district_id = :district", "district", directory.district());
        if (filter.get("tab").equals("confidential")) {
            query.few = true;
            query.conditions.add("(" + sight.confidential() + ")", sight.params());
        } else {
            query.conditions.add("(" + sight.orders() + ")", sight.params());
            query.marks.add(sight.marks());
        }
        query.conditions.give("now", Columns.utc(now));
        query.tab(filter.get("tab"), viewer, steps);
        ONE_OF.forEach((part, column) -> {
            if (filter.has(part)) {
                query.conditions.add(column + " in (:" + part + ")", part, several(filter, part));
                query.marks.add(part, several(filter, part));
            }
        });
        query.few |= filter.has("holder");
        if (filter.has("did")) {
            query.conditions.add(
                    "exists (select from order_event e where e.district_id = o.district_id and e.order_id = o.id"
                            + " and e.action in (:did))",
                    "did",
                    several(filter, "did"));
        }
        query.category(filter.get("category"));
        query.light(filter.get("light"));
        query.state(filter.get("state"));
        if (filter.has("supervised")) {
            query.conditions.add("o.supervised");
            query.marks.add("supervised");
        }
        query.clock(filter);
        query.since = query.day("o.raised_at >= ", "from", filter.get("from"), 0, calendar);
        query.until(query.day("o.raised_at < ", "to", filter.get("to"), 1, calendar));
        query.closed |= filter.has("closed-from") || filter.has("closed-to");
        query.day("o.closed is not null and o.changed_at >= ", "closed-from", filter.get("closed-from"), 0, calendar);
        query.until(query.day(
                "o.closed is not null and o.changed_at < ", "closed-to", filter.get("closed-to"), 1, calendar));
        new WordSearch(seals).narrow(query, filter.get("q"));
        return query;
    }

    /** The conditions as SQL on a table {@code orders o}. */
    public String where() {
        return conditions.text()
                + sought.map(one -> AND + (open ? one.ofOpen() : one.among())).orElse("");
    }

    /** As {@link #where}, for orders that are looked at one after the other. */
    String byOne() {
        return conditions.text() + sought.map(one -> AND + one.byOne()).orElse("");
    }

    /** As {@link #where}, for those of them that are closed, which are found by their marks. */
    String ofClosed() {
        conditions.give(marks.params());
        return conditions.text()
                + AND
                + marks.condition()
                + sought.map(one -> AND + one.ofClosed()).orElse("");
    }

    /** As {@link #where}, for those of them that are open. */
    String ofOpen() {
        return conditions.text() + AND + "o.closed is null"
                + sought.map(one -> AND + one.ofOpen()).orElse("");
    }

    Optional<Sought> sought() {
        return sought;
    }

    /** True when only open orders are asked for, or only so few that they are found as they are asked for. */
    boolean few() {
        return few;
    }

    /** True when only open orders are asked for. */
    boolean open() {
        return open;
    }

    /** True when only closed orders are asked for. */
    boolean closed() {
        return closed;
    }

    /** True where it asks for nothing by which closed orders are found. */
    boolean unmarked() {
        return marks.none();
    }

    /** None of them was raised earlier than this, where that is asked for. */
    Optional<Instant> since() {
        return since;
    }

    /** All of them were raised earlier than this, where that is asked for. */
    Optional<Instant> until() {
        return until;
    }

    /** Gives a statement the parameters of the conditions. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(conditions.params());
    }

    OrderQuery and(String condition, Map<String, ?> more) {
        conditions.add(condition, more);
        return this;
    }

    /** Gives it parameters more. */
    OrderQuery give(Map<String, ?> more) {
        conditions.give(more);
        return this;
    }

    /** Narrows it to a few. */
    void few(String condition, String name, Object value) {
        few = true;
        conditions.add(condition, name, value);
    }

    /** Narrows it to orders that have these words. */
    void seek(String[] words) {
        sought = Optional.of(Sought.WORDS);
        conditions.give("words", words);
        Stream.of(words).forEach(marks::add);
    }

    /** Narrows it to orders of whom this is the keyed hash of a number. */
    void seek(String contact) {
        sought = Optional.of(Sought.CONTACT);
        conditions.give("contact", contact);
    }

    /** What an address gives as a list with commas. */
    private static List<String> several(OrderFilter filter, String part) {
        return List.of(filter.get(part).split(",", -1));
    }

    private void tab(String tab, Viewer viewer, Set<String> steps) {
        conditions.give("unit", viewer.seat().unit());
        conditions.give("steps", steps.isEmpty() ? Set.of("") : steps);
        switch (tab) {
            case "todo" -> open("o.holder_unit = :unit and o.method || '/' || o.step in (:steps)");
            case TO_RATE -> open("o.method || '/' || o.step in (:steps)");
            case "doing" -> open("not (o.holder_unit = :unit and o.method || '/' || o.step in (:steps))");
            case "done" -> closed("true");
            case "supervised" -> open("o.supervised");
            default -> {}
        }
    }

    private void open(String condition) {
        few = true;
        open = true;
        conditions.add("o.closed is null and " + condition);
    }

    private void closed(String condition) {
        closed = true;
        conditions.add("o.closed is not null and " + condition);
    }

    /** One of the five groups takes in all its categories. */
    private void category(String category) {
        if (category.isEmpty()) {
            return;
        }
        marks.add("category", List.of(category));
        if (category.contains(".")) {
            conditions.add("o.category = :category", "category", category);
        } else {
            conditions.add("(o.category = :category or o.category like :group)", "category", category);
            conditions.give("group", category + ".%");
        }
    }

    private void light(String light) {
        switch (light) {
            case "red" -> open("o.due_at < :now");
            case "amber" -> open("o.due_at >= :now and o.warn_at <= :now");
            case "green" -> open("o.warn_at > :now");
            default -> {}
        }
    }

    private void state(String state) {
        switch (state) {
            case "" -> {}
            case "open" -> open("true");
            case "closed" -> closed(ALONE);
            default -> {
                closed("o.closed = :state");
                conditions.give("state", state);
                marks.add("closed", List.of(state));
            }
        }
    }

    /**
     * Orders judged by clocks, each for itself: kept in time ({@code late=no}: ended, and never breached), breached ({@code late=yes}), or
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
            conditions.give("clocks", several(filter, "clock"));
        }
        if (filter.has("unit")) {
            run.append(" and c.unit = :clockUnit");
            conditions.give("clockUnit", filter.get("unit"));
        }
        switch (filter.get("late")) {
            case "yes" -> {
                conditions.add(run + " and c.breached_at is not null)");
                conditions.add("o.breached");
                marks.add("breached");
            }
            case "no" -> {
                conditions.add(ALONE);
                conditions.add(run + " and c.ended_at is not null)");
                conditions.add("not " + run + " and c.breached_at is not null)");
            }
            default -> {
                conditions.add(ALONE);
                conditions.add(run + " and (c.ended_at is not null or c.breached_at is not null))");
            }
        }
    }

    private void until(Optional<Instant> day) {
        until = Stream.concat(until.stream(), day.stream()).min(Comparator.naturalOrder());
    }

    /** Compares with the start of a day, or of one some days later; answers it. */
    private Optional<Instant> day(String condition, String name, String text, int later, WorkingCalendar calendar) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var start = Days.read(text)
                .map(day -> day.plusDays(later)
                        .atStartOfDay(calendar.hours().zone())
                        .toInstant());
        var parameter = name.replace("-", "");
        start.ifPresentOrElse(
                moment -> conditions.add(condition + ":" + parameter, parameter, Columns.utc(moment)),
                () -> conditions.add("false"));
        return start;
    }
}
