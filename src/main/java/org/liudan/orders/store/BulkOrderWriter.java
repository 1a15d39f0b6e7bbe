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
 * Reads and writes many orders that are there already, in as many statements as there are tables: the same rows that
 * {@link OrderStore} writes for each in a statement of its own.
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

    /** An order as its row has it, whether or not its state can be understood. */
    public record Row(long id, String state, String hash) {

        public StoredOrder stored() {
            return new StoredOrder(OrderJson.order(state), hash, false);
        }
    }

    /** What is to be written of one. */
    public record Moves(StoredOrder before, Method method, Decision.Moved moved) {}

    public List<Row> read(int district, List<Long> ids) {
        return OrderTable.ALL.stream()
                .flatMap(shelf -> read(shelf, district, ids))
                .toList();
    }

    private Stream<Row> read(OrderTable shelf, int district, List<Long> ids) {
        return jdbc
                .sql(READ.formatted(shelf.table()))
                .param("district", district)
                .param("ids", ids.toArray(Long[]::new))
                .query(Row.class)
                .list()
                .stream();
    }

    /**
     * Writes all or nothing, in the transaction of the caller.
     *
     * @throws IllegalStateException when one is not as it was read, although the caller keeps it locked
     */
    public void write(Directory directory, List<Moves> all) {
        for (var shelf : OrderTable.ALL) {
            var lines = new Lines(shelf, directory);
            all.stream().filter(moves -> OrderTable.of(moves.method()) == shelf).forEach(lines::add);
            lines.write(jdbc);
        }
        all.forEach(moves ->
                store.forget(directory.district(), moves.before().order().id()));
    }

    /** The lines for each table. */
    private static final class Lines {

        private final OrderTable shelf;
        private final Directory directory;
        private final RowBatch changed;
        private final RowBatch events = new RowBatch(OrderStore.EVENT);
        private final RowBatch told = new RowBatch(OrderStore.TOLD);
        private final RowBatch readers = new RowBatch(OrderStore.READER);
        private final RowBatch letters = new RowBatch(OrderStore.LETTER);
        private final RowBatch turns = new RowBatch(SubjectSnapshot.TABLE);
        private final RowBatch clocks = new RowBatch(ClockRow.TABLE);
        private final RowBatch counted = new RowBatch(FigureChanges.TABLE);
        private final RowBatch words = new RowBatch(SearchWords.TABLE);
        private final List<Long> wordless = new ArrayList<>();

        Lines(OrderTable shelf, Directory directory) {
            this.shelf = shelf;
            this.directory = directory;
            this.changed = new RowBatch(shelf.changingAsRead());
        }

        void add(Moves moves) {
            var before = moves.before().order();
            var after = moves.moved().order();
            var chained = ChainedRows.of(
                    directory, shelf, moves.before(), moves.moved().events(), null);
            var row = shelf.changing(after, moves.method(), directory, chained.hash());
            row.add(before.events());
            row.add(OrderTable.bytes(moves.before().hash()));
            changed.add(after.id(), List.of(row));
            events.add(after.id(), chained.events());
            turns.add(after.id(), chained.turns());
            told.add(after.id(), OrderStore.told(moves.moved().events()));
            readers.add(after.id(), OrderStore.readers(before, after));
            letters.add(after.id(), OrderStore.letters(moves.moved().events()));
            if (shelf == OrderTable.ORDERS) {
                clocks.add(after.id(), OrderStore.clocks(before, after));
                var said = SearchWords.change(before, after);
                words.add(after.id(), said.rows());
                if (said.gone()) {
                    wordless.add(after.id());
                }
                // clocks run in open orders only, so that there is nothing to be taken away
                counted.add(after.id(), FigureChanges.rows(after, moves.method(), directory));
            }
        }

        void write(JdbcClient jdbc) {
            int district = directory.district();
            int written =
                    changed.update(jdbc, district, shelf.changing().columns().size());
            if (written != changed.rows()) {
                throw new IllegalStateException(
                        "Of %d in %s only %d are as they were read".formatted(changed.rows(), shelf.table(), written));
            }
            for (var rows : List.of(events, told, readers, letters, turns, clocks, counted, words)) {
                rows.insert(jdbc, district);
            }
            RowBatch.delete(jdbc, SearchWords.TABLE, district, wordless);
        }
    }
}
