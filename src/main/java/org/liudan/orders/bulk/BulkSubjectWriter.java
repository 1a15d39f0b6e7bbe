package org.liudan.orders.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.liudan.orders.bulk.BulkRow.Moves;
import org.liudan.orders.store.ActionRows;
import org.liudan.orders.store.ChainedRows;
import org.liudan.orders.store.CopyRows;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SubjectSnapshot;
import org.liudan.orders.store.TableColumns;
import org.liudan.organisation.Directory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.stereotype.Component;

/**
 * Writes many subjects in a few streams. It writes the same rows that {@link OrderStore} writes for one order at a time, but no
 * notices to the posts that hold the subjects: nobody reads thousands of notices.
 */
@Component
class BulkSubjectWriter {

    private static final TableColumns SUBJECT = OrderTable.SUBJECTS.allColumns();
    private static final String CHANGED = "subject_changed";
    private static final String CREATE_CHANGED = "create temp table " + CHANGED
            + " (like subject, before_events integer not null, before_hash bytea not null) on commit drop";
    private static final String UPDATE = "update subject s set (%1$s) = row(%2$s) from " + CHANGED
            + " c where s.district_id = c.district_id and s.id = c.id"
            + " and s.events = c.before_events and s.hash = c.before_hash";

    private final JdbcTemplate jdbc;

    BulkSubjectWriter(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * Writes all or nothing, in the transaction of the caller.
     *
     * @throws ConcurrencyFailureException when a subject was changed since the decision, or its key was taken
     */
    void write(Directory directory, List<Moves> accepted) {
        var streams = new SubjectRowStreams();
        accepted.forEach(row -> streams.add(directory, row));
        jdbc.execute((StatementCallback<Boolean>) statement -> {
            var connection = statement.getConnection();
            copy(streams.inserts, connection);
            update(connection, streams.updates);
            for (var rows : List.of(streams.events, streams.readers, streams.messages, streams.snapshots)) {
                copy(rows, connection);
            }
            return true;
        });
    }

    private static void update(Connection connection, CopyRows updates) throws SQLException {
        if (updates.rows() == 0) {
            return;
        }
        var columns = OrderTable.SUBJECTS.updatedColumns().columns();
        var names = String.join(
                ", ", columns.stream().map(TableColumns.TypedColumn::name).toList());
        var values = String.join(
                ", ", columns.stream().map(column -> "c." + column.name()).toList());
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE_CHANGED);
            copy(updates, connection);
            if (statement.executeUpdate(UPDATE.formatted(names, values)) != updates.rows()) {
                throw new ConcurrencyFailureException("A subject has moved on since it was decided on");
            }
        }
    }

    private static void copy(CopyRows rows, Connection connection) throws SQLException {
        try {
            rows.copy(connection);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A stream of rows for each table. */
    private static final class SubjectRowStreams {

        private final CopyRows inserts = new CopyRows(SUBJECT.name(), SUBJECT.names());
        private final CopyRows updates = new CopyRows(CHANGED, SUBJECT.names() + ", before_events, before_hash");
        private final CopyRows events = CopyRows.of(OrderStore.EVENT);
        private final CopyRows readers = CopyRows.of(OrderStore.READER);
        private final CopyRows messages = CopyRows.of(OrderStore.MESSAGE);
        private final CopyRows snapshots = CopyRows.of(SubjectSnapshot.TABLE);

        void add(Directory directory, Moves accepted) {
            var before = accepted.before();
            var after = accepted.decision().order();
            var owner = List.<Object>of(directory.district(), after.id());
            var chained = ChainedRows.of(
                    directory,
                    OrderTable.SUBJECTS,
                    before,
                    accepted.decision().events(),
                    accepted.row().request());
            addAll(events, owner, chained.events());
            addAll(snapshots, owner, chained.snapshots());
            var row = OrderTable.SUBJECTS.allValues(
                    directory.district(), after, accepted.method(), directory, chained.hash());
            if (accepted.enters()) {
                inserts.add(row, List.of());
            } else {
                updates.add(row, List.of(before.order().events(), OrderTable.bytes(before.hash())));
            }
            addAll(readers, owner, ActionRows.readers(before.order(), after));
            addAll(messages, owner, ActionRows.messages(accepted.decision().events()));
        }

        private static void addAll(
                CopyRows stream, List<Object> owner, List<? extends List<? extends @Nullable Object>> rows) {
            rows.forEach(row -> stream.add(owner, row));
        }
    }
}
