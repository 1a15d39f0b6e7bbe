package org.liudan.orders.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.liudan.calendar.DateTexts;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.store.OrderColumns;
import org.liudan.organisation.Directory;
import org.liudan.privacy.Seals;

/** Narrows what a viewer may see to what a filter asks for. */
public final class FilterConditions {

    /** The tab with what waits to be rated. */
    public static final String TO_RATE = "to-rate";

    private static final Map<String, String> COLUMNS = Map.of(
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

    /** What was merged into another order is done and judged with that one; it is found by its own state. */
    private static final String NOT_MERGED = "o.closed is distinct from 'merged'";

    private static final String AT_MY_STEPS = "o.method || '/' || o.step in (:steps)";

    private final OrderFilter filter;
    private final OrderQuery query;

    private FilterConditions(OrderFilter filter, OrderQuery query) {
        this.filter = filter;
        this.query = query;
    }

    /**
     * Makes the query.
     *
     * @param steps the steps at which the viewer's post has something to do
     */
    static OrderQuery query(
            OrderFilter filter,
            Viewer viewer,
            Directory directory,
            Set<String> steps,
            Instant now,
            WorkingCalendar calendar,
            Seals seals) {
        var query = new OrderQuery(
                directory.district(),
                Visibility.of(viewer, directory),
                filter.get("tab").equals("confidential"));
        query.withParams(Map.of(
                "now", OrderColumns.utc(now),
                "unit", viewer.seat().unit(),
                "steps", steps.isEmpty() ? Set.of("") : steps));
        var narrowing = new FilterConditions(filter, query);
        narrowing.tab();
        narrowing.columns();
        narrowing.category();
        narrowing.light();
        narrowing.state();
        narrowing.clock();
        narrowing.days(calendar);
        new WordSearch(seals).narrow(query, filter.get("q"));
        return query;
    }

    private void tab() {
        switch (filter.get("tab")) {
            case "todo" -> query.requireOpen("o.holder_unit = :unit and " + AT_MY_STEPS);
            case TO_RATE -> query.requireOpen(AT_MY_STEPS);
            case "doing" -> query.requireOpen("not (o.holder_unit = :unit and " + AT_MY_STEPS + ")");
            case "done" -> query.requireClosed();
            case "supervised" -> query.requireOpen("o.supervised");
            default -> {}
        }
    }

    private void columns() {
        COLUMNS.forEach((part, column) -> {
            if (filter.has(part)) {
                query.and(column + " in (:" + part + ")", Map.of(part, values(part)));
                query.addTag(part, values(part));
            }
        });
        if (filter.has("holder")) {
            query.markSelective();
        }
        if (filter.has("did")) {
            query.and(
                    "exists (select from order_event e where e.district_id = o.district_id and e.order_id = o.id"
                            + " and e.action in (:did))",
                    Map.of("did", values("did")));
        }
        if (filter.has("supervised")) {
            query.and("o.supervised");
            query.addTag("supervised");
        }
    }

    /** What an address gives as a list with commas. */
    private List<String> values(String part) {
        return List.of(filter.get(part).split(",", -1));
    }

    /** One of the five groups takes in all its categories. */
    private void category() {
        var category = filter.get("category");
        if (category.isEmpty()) {
            return;
        }
        query.addTag("category", List.of(category));
        if (category.contains(".")) {
            query.and("o.category = :category", Map.of("category", category));
        } else {
            query.and(
                    "(o.category = :category or o.category like :group)",
                    Map.of("category", category, "group", category + ".%"));
        }
    }

    private void light() {
        switch (filter.get("light")) {
            case "red" -> query.requireOpen("o.due_at < :now");
            case "amber" -> query.requireOpen("o.due_at >= :now and o.warn_at <= :now");
            case "green" -> query.requireOpen("o.warn_at > :now");
            default -> {}
        }
    }

    private void state() {
        var state = filter.get("state");
        switch (state) {
            case "" -> {}
            case "open" -> query.requireOpen("true");
            case "closed" -> {
                query.requireClosed();
                query.and(NOT_MERGED);
            }
            default -> {
                query.requireClosed();
                query.and("o.closed = :state", Map.of("state", state));
                query.addTag("closed", List.of(state));
            }
        }
    }

    /**
     * Orders judged by clocks, each for itself: kept in time ({@code late=no}: ended, and never breached), breached ({@code late=yes}), or
     * either.
     */
    private void clock() {
        if (!filter.has("clock") && !filter.has("late")) {
            return;
        }
        var run = new StringBuilder(
                "exists (select from order_clock c where c.district_id = o.district_id and c.order_id = o.id");
        if (filter.has("clock")) {
            run.append(" and c.clock in (:clocks)");
            query.withParams(Map.of("clocks", values("clock")));
        }
        if (filter.has("unit")) {
            run.append(" and c.unit = :clockUnit");
            query.withParams(Map.of("clockUnit", filter.get("unit")));
        }
        switch (filter.get("late")) {
            case "yes" -> {
                query.and(run + " and c.breached_at is not null)");
                query.and("o.breached");
                query.addTag("breached");
            }
            case "no" -> {
                query.and(NOT_MERGED);
                query.and(run + " and c.ended_at is not null)");
                query.and("not " + run + " and c.breached_at is not null)");
            }
            default -> {
                query.and(NOT_MERGED);
                query.and(run + " and (c.ended_at is not null or c.breached_at is not null))");
            }
        }
    }

    private void days(WorkingCalendar calendar) {
        day("from", 0, calendar, query::from);
        day("to", 1, calendar, query::to);
        day("closed-from", 0, calendar, query::closedFrom);
        day("closed-to", 1, calendar, query::closedTo);
    }

    /** Narrows by the start of a day, or of one some days later; what is no day finds nothing. */
    private void day(String name, int later, WorkingCalendar calendar, Consumer<Instant> narrower) {
        if (filter.has(name)) {
            DateTexts.read(filter.get(name))
                    .map(day -> day.plusDays(later)
                            .atStartOfDay(calendar.hours().zone())
                            .toInstant())
                    .ifPresentOrElse(narrower, () -> query.and("false"));
        }
    }
}
