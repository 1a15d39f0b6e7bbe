package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Method;
import org.liudan.organisation.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and updates many stored orders with a few statements for each table. It writes the same rows that {@link OrderStore}
 * writes for one order at a time.
 */
@Component
public class BulkOrderWriter {

    private static final String READ = """
            select id, state, encode(hash, 'hex') as hash
            from %s
            where district_id = :district and id = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final OrderStore store;

    BulkOrderWriter(JdbcClient jdbc, OrderStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** An order as its row stores it. Its state may be one that can no longer be parsed. */
    public record UnparsedOrder(long id, String state, String hash) {

        public StoredOrder parse() {
            return new StoredOrder(OrderJson.order(state), hash, false);
        }
    }

    /** What is to be written for one order. */
    public record OrderUpdate(StoredOrder before, Method method, Decision.Moved decision) {}

    public List<UnparsedOrder> read(int district, List<Long> ids) {
        return OrderTable.ALL.stream()
                .flatMap(table -> read(table, district, ids))
                .toList();
    }

    private Stream<UnparsedOrder> read(OrderTable table, int district, List<Long> ids) {
        return jdbc
                .sql(READ.formatted(table.name()))
                .param("district", district)
                .param("ids", ids.toArray(Long[]::new))
                .query(UnparsedOrder.class)
                .list()
                .stream();
    }

    /**
     * Writes all or nothing, in the transaction of the caller.
     *
     * @throws IllegalStateException when an order is not as it was read, although the caller has it locked
     */
    public void write(Directory directory, List<OrderUpdate> all) {
        for (var table : OrderTable.ALL) {
            var batches = new OrderRowBatches(table, directory);
            all.stream()
                    .filter(update -> OrderTable.of(update.method()) == table)
                    .forEach(batches::add);
            batches.write(jdbc);
        }
        all.forEach(update ->
                store.evict(directory.district(), update.before().order().id()));
    }

    /** A batch of rows for each table. */
    private static final class OrderRowBatches {

        private final OrderTable table;
        private final Directory directory;
        private final RowBatch updates;
        private final RowBatch events = new RowBatch(OrderStore.EVENT);
        private final RowBatch outbox = new RowBatch(OrderStore.OUTBOX);
        private final RowBatch readers = new RowBatch(OrderStore.READER);
        private final RowBatch messages = new RowBatch(OrderStore.MESSAGE);
        private final RowBatch snapshots = new RowBatch(SubjectSnapshot.TABLE);
        private final RowBatch clocks = new RowBatch(ClockRow.TABLE);
        private final RowBatch figureChanges = new RowBatch(FigureChanges.TABLE);
        private final RowBatch words = new RowBatch(SearchWords.TABLE);
        private final List<Long> withoutWords = new ArrayList<>();

        OrderRowBatches(OrderTable table, Directory directory) {
            this.table = table;
            this.directory = directory;
            this.updates = new RowBatch(table.updatedColumnsAndVersion());
        }

        void add(OrderUpdate update) {
            var before = update.before().order();
            var after = update.decision().order();
            var chained = ChainedRows.of(
                    directory, table, update.before(), update.decision().events(), null);
            var row = table.updatedValues(after, update.method(), directory, chained.hash());
            row.add(before.events());
            row.add(OrderTable.bytes(update.before().hash()));
            updates.add(after.id(), List.of(row));
            events.add(after.id(), chained.events());
            snapshots.add(after.id(), chained.snapshots());
            outbox.add(after.id(), OrderStore.outboxRows(update.decision().events()));
            readers.add(after.id(), OrderStore.readerRows(before, after));
            messages.add(after.id(), OrderStore.messageRows(update.decision().events()));
            if (table == OrderTable.ORDERS) {
                clocks.add(after.id(), OrderStore.clockRows(before, after));
                var change = SearchWords.changeOf(before, after);
                words.add(after.id(), change.rows());
                if (change.deleted()) {
                    withoutWords.add(after.id());
                }
                // clocks run in open orders only, so there is nothing to reverse
                figureChanges.add(after.id(), FigureChanges.rows(after, update.method(), directory));
            }
        }

        void write(JdbcClient jdbc) {
            int district = directory.district();
            int written = updates.update(
                    jdbc, district, table.updatedColumns().columns().size());
            if (written != updates.rows()) {
                throw new IllegalStateException(
                        "Of %d in %s only %d are as they were read".formatted(updates.rows(), table.name(), written));
            }
            for (var rows : List.of(events, outbox, readers, messages, snapshots, clocks, figureChanges, words)) {
                rows.insert(jdbc, district);
            }
            RowBatch.delete(jdbc, SearchWords.TABLE, district, withoutWords);
        }
    }
}
