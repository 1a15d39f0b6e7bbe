package org.liudan.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liudan.calendar.DateTexts;
import org.liudan.database.ListQueries;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.store.OrderJson;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of subjects, for those who may see them. */
@Component
public class Subjects {

    public static final int PAGE = 50;
    /** No list is counted further than this. */
    static final int COUNTED = 10_000;
    /** Nor one that is narrowed, where each that counts has to be looked for. */
    static final int COUNTED_NARROWED = 1_000;

    private static final int FETCHED = 500;

    /**
     * A place in a list.
     *
     * @param key by which the list is sorted: a key, or an instant
     */
    public record Place(String key, long id) {

        /** The place that a text names in the list of a filter; empty where it names none. */
        public static Optional<Place> parse(String text, SubjectFilter filter) {
            int cut = text.lastIndexOf('~');
            return cut > 0
                            && text.substring(cut + 1).matches("\\d{1,18}")
                            && (!filter.byDue()
                                    || DateTexts.moment(text.substring(0, cut)).isPresent())
                    ? Optional.of(new Place(text.substring(0, cut), Long.parseLong(text.substring(cut + 1))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return key + "~" + id;
        }
    }

    /** Some subjects and the place after which the next stand. */
    public record Listed(List<Order> subjects, Optional<Place> next) {}

    private record Row(Order subject, Place place) {}

    private final ListQueries queries;
    private final TransactionTemplate transaction;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;

    Subjects(
            ListQueries queries,
            PlatformTransactionManager transactions,
            Directories directories,
            Calendars calendars,
            Clock clock) {
        this.calendars = calendars;
        this.queries = queries;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.directories = directories;
        this.clock = clock;
    }

    /** A page of a list: by key, or the longest overdue first where it is about visits. */
    public Listed list(SubjectFilter filter, Method register, Viewer viewer, Optional<Place> after, int size) {
        var byDue = filter.byDue();
        var column = byDue ? "due_at" : "key";
        var query = query(filter, register, viewer);
        after.ifPresent(place -> query.after(
                column,
                byDue ? DateTexts.moment(place.key()).orElseThrow().atOffset(ZoneOffset.UTC) : place.key(),
                place.id()));
        var rows = query.bind(queries.sql("select o.id, o.key, o.due_at, o.state from subject o where " + query.where()
                        + " order by o." + column + ", o.id limit " + (size + 1)))
                .query((row, number) -> new Row(
                        OrderJson.order(row.getString("state")),
                        new Place(byDue ? dueAt(row).toString() : row.getString("key"), row.getLong("id"))))
                .list();
        return new Listed(
                rows.stream().limit(size).map(Row::subject).toList(),
                rows.size() > size ? Optional.of(rows.get(size - 1).place()) : Optional.empty());
    }

    private static Instant dueAt(ResultSet row) throws SQLException {
        return row.getObject("due_at", OffsetDateTime.class).toInstant();
    }

    /** Every subject of a list, by key, whatever its length. */
    void each(SubjectFilter filter, Method register, Viewer viewer, Consumer<Order> each) {
        var query = query(filter, register, viewer);
        transaction.executeWithoutResult(status -> query.bind(
                        queries.sql("select o.state from subject o where " + query.where() + " order by o.key, o.id"))
                .withFetchSize(FETCHED)
                .query((RowCallbackHandler) row -> each.accept(OrderJson.order(row.getString("state")))));
    }

    /** How many there are, counted no further than {@link #most}. */
    long count(SubjectFilter filter, Method register, Viewer viewer) {
        var query = query(filter, register, viewer);
        return query.bind(queries.sql("select count(*) from (select from subject o where " + query.where() + " limit "
                        + (most(filter) + 1) + ") as counted"))
                .query(Long.class)
                .single();
    }

    static int most(SubjectFilter filter) {
        return filter.narrowed() ? COUNTED_NARROWED : COUNTED;
    }

    /** The conditions of a filter for a viewer. */
    public SubjectQuery query(SubjectFilter filter, Method register, Viewer viewer) {
        return SubjectQuery.of(
                filter,
                register,
                viewer,
                directories.current(),
                clock.instant(),
                calendars.current().hours().zone());
    }
}
