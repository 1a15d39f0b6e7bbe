package org.liudan.orders.bulk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.orders.bulk.BulkRow.Moves;
import org.liudan.orders.desk.DecisionContexts;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The order desk for many subjects of a register at once. Each row is decided exactly as its form would be: a key that is
 * not on the register by the action that enters, one that is by the action that changes. Deciding reads once and writing
 * writes once for all of them.
 */
@Component
public class BulkEntry {

    /** The seen one stands in {@code o}; what was withdrawn has given its key back. */
    private static final String BY_KEY = """
            select o.key, o.state, encode(o.hash, 'hex') as hash, false as requested, (%s) as seen
            from subject o
            where o.district_id = :district and o.method = :method and o.key = any(:keys)
              and (o.closed is null or o.closed <> 'withdrawn')
            """;

    private record ExistingSubject(StoredOrder stored, boolean visible) {}

    private final DecisionContexts contexts;
    private final BulkSubjectWriter writer;
    private final JdbcClient jdbc;
    private final Seals seals;

    BulkEntry(DecisionContexts world, BulkSubjectWriter writer, JdbcClient jdbc, Seals seals) {
        this.contexts = world;
        this.writer = writer;
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /**
     * Decides on rows, of which no two may have the same key.
     *
     * @param start the action by which a subject is entered
     * @param note why, where a change asks for a reason that the row doesn't give
     */
    public List<Decided> decide(Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows) {
        return decide(register, start, by, note, rows, true);
    }

    /** As {@link #decide}, but only to see what would come of it: it can't be written. */
    public List<Decided> rehearse(Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows) {
        return decide(register, start, by, note, rows, false);
    }

    /**
     * Writes what was decided, in the transaction of the caller; letters are left to be delivered.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when something has moved on since it was decided
     * @throws org.springframework.dao.DuplicateKeyException when a key was taken since
     */
    public void write(List<Decided> decided) {
        writer.write(
                contexts.directory(),
                decided.stream()
                        .filter(Moves.class::isInstance)
                        .map(Moves.class::cast)
                        .toList());
    }

    /** What the row's subject is known by; empty when the row doesn't say. */
    public String key(Method register, BulkRow row) {
        var field = register.field(register.register().orElseThrow().key());
        var given = row.answers().getOrDefault(field.id(), "").toString().strip();
        return switch (field.type()) {
            case PHONE -> given.isEmpty() ? "" : seals.seal(given.replaceAll("[\\s()（）-]", ""));
            case ID_NUMBER -> given.isEmpty() ? "" : seals.seal(given.toUpperCase(java.util.Locale.ROOT));
            default -> given;
        };
    }

    private List<Decided> decide(
            Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows, boolean real) {
        var keys = rows.stream().map(row -> key(register, row)).toList();
        var known = existing(register, by, keys);
        var ids = real ? contexts.ids().next(rows.size()).iterator() : null;
        var setting = contexts.setting(Order.unraised(1, register.id(), register.version()), by);
        var one = new BulkDecider(contexts, by, note, setting);
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var row = rows.get(index);
                    long id = ids == null ? 1 : ids.next();
                    var there = known.get(keys.get(index));
                    return there == null
                            ? one.enter(register, start, id, row)
                            : there.visible()
                                    ? one.change(there.stored(), start, row)
                                    : new BulkRow.Refused(row, List.of(keyTaken(register)));
                })
                .toList();
    }

    private Map<String, ExistingSubject> existing(Method register, Actor.Officer by, List<String> keys) {
        var sight = Visibility.of(by.seat(), contexts.directory());
        return jdbc
                .sql(BY_KEY.formatted(sight.anySubject()))
                .param("district", contexts.district())
                .param("method", register.id())
                .param("keys", keys.toArray(String[]::new))
                .params(sight.params())
                .query((row, number) -> Map.entry(
                        row.getString("key"), new ExistingSubject(OrderStore.stored(row), row.getBoolean("seen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static Reason keyTaken(Method register) {
        var key = register.field(register.register().orElseThrow().key());
        return Reason.of("reason.key-taken", key.name()).at(key);
    }
}
