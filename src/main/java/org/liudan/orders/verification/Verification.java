package org.liudan.orders.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liudan.engine.method.LocalizedText;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays the events of every order and subject, and reports every stored value that does not follow from them. Read-only. */
@Component
public class Verification {

    private static final int MAX_LISTED = 1000;

    /**
     * The result of a verification.
     *
     * @param orders how many orders and subjects there are
     * @param events how many events they have
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

    /** Verifies all orders in chunks. Each chunk is read in one database snapshot; orders may change meanwhile. */
    public Verified verify() {
        var counts = new VerificationCounts();
        var after = Optional.of(0L);
        while (after.isPresent()) {
            var from = after.get();
            after = snapshot.execute(status -> verify(ChunkReader.after(jdbc, directories.district(), from), counts));
        }
        return new Verified(counts.orders, counts.events, counts.found, List.copyOf(counts.differences));
    }

    private static final class VerificationCounts implements Consumer<Difference> {
        private long orders;
        private long events;
        private long found;
        private final List<Difference> differences = new ArrayList<>();

        @Override
        public void accept(Difference difference) {
            found++;
            if (differences.size() < MAX_LISTED) {
                differences.add(difference);
            }
        }
    }

    /**
     * Verifies a chunk. The last chunk has no orders; it finds events and messages without an order.
     *
     * @return the last id of the chunk; empty after the last chunk
     */
    private Optional<Long> verify(ChunkReader chunk, VerificationCounts counts) {
        var stored = chunk.rows();
        var replays = replay(chunk, stored, counts);
        stored.forEach((id, order) -> order.compare(
                Objects.requireNonNull(replays.get(id)),
                rulebook.version(directories.district(), order.method(), order.version()),
                directories.current(),
                new DifferenceReport(id, counts)));
        var links = new DanglingLinks(jdbc, directories.district());
        links.children(
                replays.values().stream()
                        .flatMap(replay -> replay.order().stream())
                        .toList(),
                counts);
        if (stored.isEmpty()) {
            links.messages(counts);
        }
        counts.orders += stored.size();
        return stored.isEmpty() ? Optional.empty() : Optional.of(chunk.last());
    }

    /** Replays the events of a chunk, and reports events without an order. */
    private Map<Long, EventReplay> replay(ChunkReader chunk, Map<Long, StoredRows> stored, VerificationCounts counts) {
        var replays = new HashMap<Long, EventReplay>();
        stored.forEach((id, order) -> replays.put(
                id, new EventReplay(directories.district(), order.unraised(), new DifferenceReport(id, counts))));
        var orphans = new TreeMap<Long, Integer>();
        chunk.forEachEvent(row -> {
            counts.events++;
            var replay = replays.get(row.getLong("order_id"));
            if (replay == null) {
                orphans.putIfAbsent(row.getLong("order_id"), row.getInt("number"));
            } else {
                replay.next(EventReplay.EventRow.read(row));
            }
        });
        orphans.forEach((order, event) -> counts.accept(new Difference(
                order,
                Optional.of(event),
                new LocalizedText("流转记录还在，诉求没有了", "it is there, but its order is missing"))));
        return replays;
    }
}
