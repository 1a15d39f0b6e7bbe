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

/** Lists and counts the subjects that a viewer may see. */
@Component
public class Subjects {

    /** The number of subjects on a page. */
    public static final int PAGE_SIZE = 50;
    /** Counting a list stops at this number. */
    static final int MAX_COUNT = 10_000;
    /** The limit for filtered lists, where counting is slower. */
    static final int MAX_COUNT_FILTERED = 1_000;

    private static final int FETCH_SIZE = 500;

    /**
     * A position in a list.
     *
     * @param key the value that the list is sorted by: the subject's key, or the instant when a visit is due
     */
    public record Place(String key, long id) {

        /** Parses a position from an address, as {@link #toString} writes it; empty if the text is invalid. */
        public static Optional<Place> parse(String text, SubjectFilter filter) {
            int cut = text.lastIndexOf('~');
            return cut > 0
                            && text.substring(cut + 1).matches("\\d{1,18}")
                            && (!filter.sortsByDue()
                                    || DateTexts.moment(text.substring(0, cut)).isPresent())
                    ? Optional.of(new Place(text.substring(0, cut), Long.parseLong(text.substring(cut + 1))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return key + "~" + id;
        }
    }

    /** A page of subjects, and the position after which the next page starts. */
    public record SubjectSlice(List<Order> subjects, Optional<Place> next) {}

    private record PositionedSubject(Order subject, Place position) {}

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

    /** A page of a list, sorted by key; lists of due visits are sorted by due date, the longest overdue first. */
    public SubjectSlice list(SubjectFilter filter, Method register, Viewer viewer, Optional<Place> after, int size) {
        var byDue = filter.sortsByDue();
        var column = byDue ? "due_at" : "key";
        var query = query(filter, register, viewer);
        after.ifPresent(position -> query.after(
                column,
                byDue ? DateTexts.moment(position.key()).orElseThrow().atOffset(ZoneOffset.UTC) : position.key(),
                position.id()));
        var rows = query.bind(queries.sql("select o.id, o.key, o.due_at, o.state from subject o where " + query.where()
                        + " order by o." + column + ", o.id limit " + (size + 1)))
                .query((row, number) -> new PositionedSubject(
                        OrderJson.order(row.getString("state")),
                        new Place(byDue ? dueAt(row).toString() : row.getString("key"), row.getLong("id"))))
                .list();
        return new SubjectSlice(
                rows.stream().limit(size).map(PositionedSubject::subject).toList(),
                rows.size() > size ? Optional.of(rows.get(size - 1).position()) : Optional.empty());
    }

    private static Instant dueAt(ResultSet row) throws SQLException {
        return row.getObject("due_at", OffsetDateTime.class).toInstant();
    }

    /** Passes every subject of a list to the consumer, sorted by key, in constant memory. */
    void forEach(SubjectFilter filter, Method register, Viewer viewer, Consumer<Order> consumer) {
        var query = query(filter, register, viewer);
        transaction.executeWithoutResult(status -> query.bind(
                        queries.sql("select o.state from subject o where " + query.where() + " order by o.key, o.id"))
                .withFetchSize(FETCH_SIZE)
                .query((RowCallbackHandler) row -> consumer.accept(OrderJson.order(row.getString("state")))));
    }

    /** The number of subjects; counting stops one above {@link #maxCount}. */
    long count(SubjectFilter filter, Method register, Viewer viewer) {
        var query = query(filter, register, viewer);
        return query.bind(queries.sql("select count(*) from (select from subject o where " + query.where() + " limit "
                        + (maxCount(filter) + 1) + ") as counted"))
                .query(Long.class)
                .single();
    }

    static int maxCount(SubjectFilter filter) {
        return filter.isNarrowed() ? MAX_COUNT_FILTERED : MAX_COUNT;
    }

    /** The SQL conditions of a filter, limited to what the viewer may see. */
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
