package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liudan.engine.method.LocalizedText;
import org.liudan.orders.store.ClockRow;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SubjectSnapshot;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds every order and subject anew from its events and finds everything that is not as they give it. Changes nothing. */
@Component
public class Verification {

    private static final int CHUNK = 200;
    private static final int LISTED = 1000;

    private static final String LAST = """
            select max(id)
            from (
                select id
                from (
                    select id from orders where district_id = :district and id > :after
                    union all
                    select id from subject where district_id = :district and id > :after
                ) as kept
                order by id
                limit :chunk
            ) as chunk
            """;
    private static final String KEPT = """
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
    private static final String TURNS = "select * from subject_snapshot " + IN_CHUNK;
    private static final String FILES =
            "select order_id, id, encode(sha256(content), 'hex') as hex from order_attachment " + IN_CHUNK;

    /**
     * What came of verifying.
     *
     * @param found how many differences there are
     * @param differences the first thousand of them
     */
    public record Verified(long orders, long events, long found, List<Difference> differences) {

        public boolean sound() {
            return found == 0;
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Rulebook rulebook;
    private final Directories directories;

    Verification(JdbcClient jdbc, PlatformTransactionManager transactions, Rulebook rulebook, Directories directories) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.directories = directories;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Verifies all orders, some at a time, each lot as it stood at one moment; work may go on meanwhile. */
    public Verified verify() {
        var tally = new VerificationCounts();
        var after = Optional.of(0L);
        while (after.isPresent()) {
            var from = after.get();
            after = snapshot.execute(status -> chunk(from, tally));
        }
        return new Verified(tally.orders, tally.events, tally.found, List.copyOf(tally.differences));
    }

    private static final class VerificationCounts implements Consumer<Difference> {
        private long orders;
        private long events;
        private long found;
        private final List<Difference> differences = new ArrayList<>();

        @Override
        public void accept(Difference difference) {
            found++;
            if (differences.size() < LISTED) {
                differences.add(difference);
            }
        }
    }

    /** Answers the last order of the chunk; empty after the last chunk, which also finds events and letters without an order. */
    private Optional<Long> chunk(long after, VerificationCounts tally) {
        long last = last(after);
        var kept = new TreeMap<Long, StoredRows>();
        OrderTable.ALL.forEach(shelf -> each(KEPT.formatted(shelf.name()), after, last, row -> {
            var one = StoredRows.read(shelf, row);
            kept.put(one.id(), one);
        }));
        beside(kept, after, last);
        var refoldings = new HashMap<Long, EventReplay>();
        kept.forEach((id, order) -> refoldings.put(
                id, new EventReplay(directories.district(), order.unraised(), new DifferenceReport(id, tally))));
        var orphans = new TreeMap<Long, Integer>();
        each(EVENTS, after, last, row -> {
            tally.events++;
            var refolding = refoldings.get(row.getLong("order_id"));
            if (refolding == null) {
                orphans.putIfAbsent(row.getLong("order_id"), row.getInt("number"));
            } else {
                refolding.next(EventReplay.EventRow.read(row));
            }
        });
        orphans.forEach((order, event) -> tally.accept(new Difference(
                order,
                Optional.of(event),
                new LocalizedText("流转记录还在，诉求没有了", "it is there, but its order is missing"))));
        kept.forEach((id, order) -> order.compare(
                Objects.requireNonNull(refoldings.get(id)),
                rulebook.version(directories.district(), order.method(), order.version()),
                directories.current(),
                new DifferenceReport(id, tally)));
        var lost = new DanglingLinks(jdbc, directories.district());
        lost.children(
                refoldings.values().stream()
                        .flatMap(refolding -> refolding.order().stream())
                        .toList(),
                tally);
        if (kept.isEmpty()) {
            lost.messages(tally);
        }
        tally.orders += kept.size();
        return kept.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    private long last(long after) {
        return jdbc.sql(LAST)
                .param("district", directories.district())
                .param("after", after)
                .param("chunk", CHUNK)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    private void beside(Map<Long, StoredRows> kept, long after, long last) {
        each(CLOCKS, after, last, row -> {
            var clock = ClockRow.read(row);
            of(kept, row).ifPresent(order -> order.clocks().add(clock));
        });
        each(READERS, after, last, row -> {
            var reader = row.getString("unit") + " " + row.getString("post");
            of(kept, row).ifPresent(order -> order.readers().add(reader));
        });
        each(WORDS, after, last, row -> {
            var words = OrderColumns.texts(row, "words");
            of(kept, row).ifPresent(order -> order.words().addAll(words));
        });
        each(TURNS, after, last, row -> {
            var turn = SubjectSnapshot.read(row);
            of(kept, row).ifPresent(order -> order.snapshots().add(turn));
        });
        each(FILES, after, last, row -> {
            var file = row.getString("id");
            var hash = row.getString("hex");
            of(kept, row).ifPresent(order -> order.attachments().put(file, hash));
        });
    }

    private void each(String sql, long after, long last, RowCallbackHandler handler) {
        jdbc.sql(sql)
                .param("district", directories.district())
                .param("after", after)
                .param("last", last)
                .withFetchSize(CHUNK)
                .query(handler);
    }

    private static Optional<StoredRows> of(Map<Long, StoredRows> kept, ResultSet row) throws SQLException {
        return Optional.ofNullable(kept.get(row.getLong("order_id")));
    }
}
