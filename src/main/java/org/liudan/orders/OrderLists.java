package org.liudan.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.database.ListQueries;
import org.liudan.engine.Action;
import org.liudan.engine.Method;
import org.liudan.engine.Role;
import org.liudan.people.Directories;
import org.liudan.people.Seals;
import org.liudan.people.Viewer;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of orders: pages that go on from where the last one ended, counts, and all of a filter for an export. */
@Component
public class OrderLists {

    private static final String COLUMNS = """
            select o.id, o.method, o.method_version, o.raised_at, o.changed_at, o.step, o.ring, o.holder_unit,
                o.closed, o.title, o.region, o.department, o.channel, o.category, o.grade, o.rating, o.supervised,
                o.due_at, o.warn_at
            from\s""";

    /** Which orders are on the page is found in an index; only their rows are read. */
    private static final String PAGE = """
            with picked as materialized (
                select o.id
                from orders o
                where %1$s
                order by %2$s
                limit %3$d
            )
            """ + COLUMNS + """
            picked
            join orders o on o.district_id = :district and o.id = picked.id
            order by %2$s
            """;

    private static final String RATING = "rating";
    /** Beyond this a count is shown as "more than". */
    public static final int MOST_COUNTED = 10_000;

    private static final String COUNT =
            "select count(*) from (select from orders o where %s limit " + MOST_COUNTED + ") as counted";

    /**
     * One page of a list.
     *
     * @param next where the next page begins; empty on the last one
     */
    public record Listed(List<OrderRow> rows, Optional<String> next) {}

    private final ListQueries queries;
    private final Directories directories;
    private final Calendars calendars;
    private final Rulebook rulebook;
    private final Seals seals;
    private final Clock clock;

    OrderLists(
            ListQueries queries,
            Directories directories,
            Calendars calendars,
            Rulebook rulebook,
            Seals seals,
            Clock clock) {
        this.queries = queries;
        this.directories = directories;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.seals = seals;
        this.clock = clock;
    }

    /** The conditions of a filter for a viewer. */
    public OrderQuery query(OrderFilter filter, Viewer viewer) {
        return OrderQuery.of(
                filter,
                viewer,
                directories.current(),
                filter.get("tab").equals(OrderQuery.TO_RATE) ? toRate(viewer) : steps(viewer),
                clock.instant(),
                calendars.current(),
                seals);
    }

    /**
     * A page of orders: the most pressing first, or the newest first with {@code sort=new}.
     *
     * @param after where the page before ended; empty for the first
     */
    public Listed page(OrderFilter filter, Viewer viewer, String after, int size) {
        var query = query(filter, viewer);
        var pressing = filter.pressing();
        if (after.matches("\\d{1,18}_\\d{1,18}") && pressing) {
            int split = after.indexOf('_');
            query.and(
                    "(coalesce(o.due_at, 'infinity'), o.id) > (coalesce(:afterDue::timestamptz, 'infinity'), :afterId)",
                    Map.of(
                            "afterDue",
                            Columns.utc(Instant.ofEpochMilli(Long.parseLong(after.substring(0, split)))),
                            "afterId",
                            Long.parseLong(after.substring(split + 1))));
        } else if (after.matches("\\d{1,18}") && !pressing) {
            query.and("o.id < :afterId", Map.of("afterId", Long.parseLong(after)));
        }
        var order = pressing ? "coalesce(o.due_at, 'infinity'), o.id" : "o.id desc";
        var rows = query.bind(queries.sql(PAGE.formatted(query.where(), order, size + 1)))
                .query(OrderRow::read)
                .list();
        return rows.size() <= size
                ? new Listed(rows, Optional.empty())
                : new Listed(rows.subList(0, size), Optional.of(mark(rows.get(size - 1), pressing)));
    }

    /** How many orders there are, at most {@link #MOST_COUNTED}. */
    public int count(OrderFilter filter, Viewer viewer) {
        var query = query(filter, viewer);
        return query.bind(queries.sql(COUNT.formatted(query.where())))
                .query(Integer.class)
                .single();
    }

    /** How many orders are under each of these tabs, in one statement: their conditions differ, their parameters don't. */
    public List<Integer> countTabs(List<String> tabs, Viewer viewer) {
        var conditions = tabs.stream()
                .map(tab -> query(new OrderFilter(Map.of("tab", tab)), viewer))
                .toList();
        var statement = IntStream.range(0, conditions.size())
                .mapToObj(at -> "select " + at + " as tab, ("
                        + COUNT.formatted(conditions.get(at).where()) + ") as orders")
                .collect(Collectors.joining("\nunion all\n", "", "\norder by tab"));
        return conditions
                .get(0)
                .bind(queries.sql(statement))
                .query((row, number) -> row.getInt("orders"))
                .list();
    }

    /** Hands over every order of a filter, the newest first, without holding them all. */
    @Transactional(readOnly = true)
    public void each(OrderFilter filter, Viewer viewer, Consumer<OrderRow> consumer) {
        var query = query(filter, viewer);
        try (var rows = query
                .bind(queries.sql(COLUMNS + "orders o where " + query.where() + "\norder by o.id desc")
                        .withFetchSize(1000))
                .query(OrderRow::read)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    private static String mark(OrderRow last, boolean pressing) {
        return pressing
                ? last.dueAt()
                                .map(Instant::toEpochMilli)
                                .orElse(Instant.parse("9999-12-31T00:00:00Z").toEpochMilli()) + "_" + last.id()
                : Long.toString(last.id());
    }

    /**
     * The steps, as {@code method/step} and of earlier versions too, that are held by a post's own unit and that this
     * post may move on.
     */
    private Set<String> steps(Viewer viewer) {
        return rulebook.everPublished(directories.district()).stream()
                .flatMap(method -> method.steps().values().stream()
                        .filter(step -> step.holder()
                                .filter(holder -> mayMove(
                                        method, step.id(), holder, viewer.seat().post()))
                                .isPresent())
                        .map(step -> method.id() + "/" + step.id()))
                .collect(Collectors.toSet());
    }

    /** The steps, likewise, at which this post may take down how the resident rates what was done. */
    private Set<String> toRate(Viewer viewer) {
        return rulebook.everPublished(directories.district()).stream()
                .flatMap(method -> method.actions().values().stream()
                        .filter(action -> !action.start()
                                && action.form().keySet().stream()
                                        .anyMatch(field ->
                                                method.field(field).sets().equals(RATING)))
                        .filter(action -> action.by().stream()
                                .anyMatch(role -> role instanceof Role.PostOf post
                                        && post.post().equals(viewer.seat().post())))
                        .flatMap(action -> action.at().stream())
                        .map(step -> method.id() + "/" + step))
                .collect(Collectors.toSet());
    }

    private static boolean mayMove(Method method, String step, Role.PostOf holder, String post) {
        return holder.post().equals(post)
                || method.actions().values().stream()
                        .filter(action -> action.at().contains(step) && leads(action))
                        .anyMatch(action -> action.by().contains(new Role.PostOf(holder.party(), post)));
    }

    private static boolean leads(Action action) {
        return action.main() && !action.to().isEmpty();
    }
}
