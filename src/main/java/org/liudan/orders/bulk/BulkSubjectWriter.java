package org.liudan.orders.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.liudan.orders.bulk.BulkRow.Moves;
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
 * Writes what has become of many subjects in a few streams: the same rows that {@link OrderStore} writes for each in a
 * statement of its own. Posts that hold what was entered are not told of each; thousands of notices say nothing.
 */
@Component
class BulkSubjectWriter {

    private static final TableColumns SUBJECT = OrderTable.SUBJECTS.allColumns();
    private static final String CHANGED = "subject_changed";
    private static final String MAKE_CHANGED = "create temp table " + CHANGED
            + " (like subject, before_events integer not null, before_hash bytea not null) on commit drop";
    private static final String CHANGE = "update subject s set (%1$s) = row(%2$s) from " + CHANGED
            + " c where s.district_id = c.district_id and s.id = c.id"
            + " and s.events = c.before_events and s.hash = c.before_hash";

    private final JdbcTemplate jdbc;

    BulkSubjectWriter(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * Writes all or nothing, in the transaction of the caller.
     *
     * @throws ConcurrencyFailureException when a subject has moved on since it was decided on, or its key was taken
     */
    void write(Directory directory, List<Moves> all) {
        var lines = new SubjectRowStreams();
        all.forEach(moves -> lines.add(directory, moves));
        jdbc.execute((StatementCallback<Boolean>) statement -> {
            var connection = statement.getConnection();
            copy(lines.inserts, connection);
            change(connection, lines.updates);
            for (var rest : List.of(lines.events, lines.readers, lines.messages, lines.snapshots)) {
                copy(rest, connection);
            }
            return true;
        });
    }

    private static void change(Connection connection, CopyRows changed) throws SQLException {
        if (changed.rows() == 0) {
            return;
        }
        var columns = OrderTable.SUBJECTS.updatedColumns().columns();
        var names = String.join(
                ", ", columns.stream().map(TableColumns.TypedColumn::name).toList());
        var values = String.join(
                ", ", columns.stream().map(column -> "c." + column.name()).toList());
        try (var statement = connection.createStatement()) {
            statement.execute(MAKE_CHANGED);
            copy(changed, connection);
            if (statement.executeUpdate(CHANGE.formatted(names, values)) != changed.rows()) {
                throw new ConcurrencyFailureException("A subject has moved on since it was decided on");
            }
        }
    }

    private static void copy(CopyRows lines, Connection connection) throws SQLException {
        try {
            lines.copy(connection);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines for each table. */
    private static final class SubjectRowStreams {

        private final CopyRows inserts = new CopyRows(SUBJECT.name(), SUBJECT.names());
        private final CopyRows updates = new CopyRows(CHANGED, SUBJECT.names() + ", before_events, before_hash");
        private final CopyRows events = CopyRows.of(OrderStore.EVENT);
        private final CopyRows readers = CopyRows.of(OrderStore.READER);
        private final CopyRows messages = CopyRows.of(OrderStore.MESSAGE);
        private final CopyRows snapshots = CopyRows.of(SubjectSnapshot.TABLE);

        void add(Directory directory, Moves moves) {
            var before = moves.before();
            var after = moves.decision().order();
            var owner = List.<Object>of(directory.district(), after.id());
            var chained = ChainedRows.of(
                    directory,
                    OrderTable.SUBJECTS,
                    before,
                    moves.decision().events(),
                    moves.row().request());
            addAll(events, owner, chained.events());
            addAll(snapshots, owner, chained.snapshots());
            var row = OrderTable.SUBJECTS.allValues(
                    directory.district(), after, moves.method(), directory, chained.hash());
            if (moves.enters()) {
                inserts.add(row, List.of());
            } else {
                updates.add(row, List.of(before.order().events(), OrderTable.bytes(before.hash())));
            }
            addAll(readers, owner, OrderStore.readerRows(before.order(), after));
            addAll(messages, owner, OrderStore.messageRows(moves.decision().events()));
        }

        private static void addAll(
                CopyRows lines, List<Object> owner, List<? extends List<? extends @Nullable Object>> rows) {
            rows.forEach(row -> lines.add(owner, row));
        }
    }
}
