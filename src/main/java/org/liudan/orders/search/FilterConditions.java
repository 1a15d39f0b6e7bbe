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

/** Turns a filter into a query over the orders that a viewer may see. */
public final class FilterConditions {

    /** The tab of orders that wait to be rated. */
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

    /** A merged order is closed and judged with its main order; it is found only by its own state. */
    static final String NOT_MERGED = "o.closed is distinct from 'merged'";

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
        query.addParams(Map.of(
                "now", OrderColumns.utc(now),
                "unit", viewer.seat().unit(),
                "steps", steps.isEmpty() ? Set.of("") : steps));
        var conditions = new FilterConditions(filter, query);
        conditions.tab();
        conditions.columns();
        conditions.category();
        conditions.light();
        conditions.state();
        new ClockConditions(filter, query).apply();
        conditions.days(calendar);
        new WordSearch(seals).apply(query, filter.get("q"));
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
                query.and(column + " in (:" + part + ")", Map.of(part, filter.values(part)));
                query.addTag(part, filter.values(part));
            }
        });
        if (filter.has("holder")) {
            query.markSelective();
        }
        if (filter.has("did")) {
            query.and(
                    "exists (select from order_event e where e.district_id = o.district_id and e.order_id = o.id"
                            + " and e.action in (:did))",
                    Map.of("did", filter.values("did")));
        }
        if (filter.has("supervised")) {
            query.and("o.supervised");
            query.addTag("supervised");
        }
    }

    /** A group includes all its categories. */
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

    private void days(WorkingCalendar calendar) {
        day("from", 0, calendar, query::from);
        day("to", 1, calendar, query::to);
        day("closed-from", 0, calendar, query::closedFrom);
        day("closed-to", 1, calendar, query::closedTo);
    }

    /** Narrows by the start of a day, or of a day some days later. A text that is not a date finds nothing. */
    private void day(String name, int daysLater, WorkingCalendar calendar, Consumer<Instant> narrower) {
        if (filter.has(name)) {
            DateTexts.read(filter.get(name))
                    .map(day -> day.plusDays(daysLater)
                            .atStartOfDay(calendar.hours().zone())
                            .toInstant())
                    .ifPresentOrElse(narrower, () -> query.and("false"));
        }
    }
}
