package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.orders.store.ClockRow;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SubjectSnapshot;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the rows of a chunk of orders and subjects.
 *
 * @param after the chunk has the orders with ids above this one
 * @param last the last id of the chunk; the highest possible id when there are no more orders
 */
record ChunkReader(JdbcClient jdbc, int district, long after, long last) {

    private static final int CHUNK = 200;

    private static final String LAST = """
            select max(id)
            from (
                select id
                from (
                    select id from orders where district_id = :district and id > :after
                    union all
                    select id from subject where district_id = :district and id > :after
                ) as stored
                order by id
                limit :chunk
            ) as chunk
            """;
    private static final String STORED = """
            select *, encode(hash, 'hex') as hex
            from %s
            where district_id = :district and id > :after and id <= :last
            """;
    private static final String IN_CHUNK = """
            where district_id = :district and order_id > :after and order_id <= :last
            """;
    private static final String EVENTS = """
            select order_id, number, action, at, account, unit, step, body, encode(hash, 'hex') as hex
            from order_event
            """ + IN_CHUNK + """
            order by order_id, number
            """;
    private static final String CLOCKS = "select * from order_clock " + IN_CHUNK;
    private static final String READERS = "select order_id, unit, post from order_reader " + IN_CHUNK;
    private static final String WORDS = "select order_id, words from order_words " + IN_CHUNK;
    private static final String SNAPSHOTS = "select * from subject_snapshot " + IN_CHUNK;
    private static final String ATTACHMENTS =
            "select order_id, id, encode(sha256(content), 'hex') as hex from order_attachment " + IN_CHUNK;

    /** The next 200 orders and subjects after an id. */
    static ChunkReader after(JdbcClient jdbc, int district, long id) {
        var last = jdbc.sql(LAST)
                .param("district", district)
                .param("after", id)
                .param("chunk", CHUNK)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
        return new ChunkReader(jdbc, district, id, last);
    }

    /** Everything that is stored of the orders and subjects except their events, by id. */
    Map<Long, StoredRows> rows() {
        var stored = new TreeMap<Long, StoredRows>();
        OrderTable.ALL.forEach(table -> forEachRow(STORED.formatted(table.name()), row -> {
            var order = StoredRows.read(table, row);
            stored.put(order.id(), order);
        }));
        readDependents(stored);
        return stored;
    }

    /** Calls the handler for each event with an order id in the chunk, by order and number; the order itself may be missing. */
    void forEachEvent(RowCallbackHandler handler) {
        forEachRow(EVENTS, handler);
    }

    private void readDependents(Map<Long, StoredRows> stored) {
        forEachRow(CLOCKS, row -> {
            var clock = ClockRow.read(row);
            dependents(stored, row).ifPresent(order -> order.clocks().add(clock));
        });
        forEachRow(READERS, row -> {
            var reader = row.getString("unit") + " " + row.getString("post");
            dependents(stored, row).ifPresent(order -> order.readers().add(reader));
        });
        forEachRow(WORDS, row -> {
            var words = OrderColumns.texts(row, "words");
            dependents(stored, row).ifPresent(order -> order.words().addAll(words));
        });
        forEachRow(SNAPSHOTS, row -> {
            var snapshot = SubjectSnapshot.read(row);
            dependents(stored, row).ifPresent(order -> order.snapshots().add(snapshot));
        });
        forEachRow(ATTACHMENTS, row -> {
            var attachment = row.getString("id");
            var hash = row.getString("hex");
            dependents(stored, row).ifPresent(order -> order.attachments().put(attachment, hash));
        });
    }

    private void forEachRow(String sql, RowCallbackHandler handler) {
        jdbc.sql(sql)
                .param("district", district)
                .param("after", after)
                .param("last", last)
                .withFetchSize(CHUNK)
                .query(handler);
    }

    private static Optional<StoredRows.DependentRows> dependents(Map<Long, StoredRows> stored, ResultSet row)
            throws SQLException {
        return Optional.ofNullable(stored.get(row.getLong("order_id"))).map(StoredRows::dependents);
    }
}
