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
 * The order desk for many subjects of a register at once. Each row is decided exactly as its form would be: by the action that
 * enters a subject when its key is new, by the action that changes one when its key is on the register. All rows are read
 * together and written together.
 */
@Component
public class BulkEntry {

    /** {@code o} is the subject. The key of a withdrawn subject is free again. */
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

    BulkEntry(DecisionContexts contexts, BulkSubjectWriter writer, JdbcClient jdbc, Seals seals) {
        this.contexts = contexts;
        this.writer = writer;
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /**
     * Decides on rows. No two of them may have the same key.
     *
     * @param start the action by which a subject is entered
     * @param note the reason to give where a change requires one and the row has none
     */
    public List<Decided> decide(Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows) {
        return decide(register, start, by, note, rows, true);
    }

    /** As {@link #decide}, but only for a preview: the decisions can't be written. */
    public List<Decided> rehearse(Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows) {
        return decide(register, start, by, note, rows, false);
    }

    /**
     * Writes decisions, in the transaction of the caller. The messages that they send are delivered later.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when a subject was changed since the decision
     * @throws org.springframework.dao.DuplicateKeyException when a key was taken since the decision
     */
    public void write(List<Decided> decisions) {
        writer.write(
                contexts.directory(),
                decisions.stream()
                        .filter(Moves.class::isInstance)
                        .map(Moves.class::cast)
                        .toList());
    }

    /** The key of the row's subject, as it is stored; empty when the row has none. */
    public String key(Method register, BulkRow row) {
        var field = register.field(register.register().orElseThrow().key());
        var answer = row.answers().getOrDefault(field.id(), "").toString().strip();
        return switch (field.type()) {
            case PHONE -> answer.isEmpty() ? "" : seals.seal(answer.replaceAll("[\\s()（）-]", ""));
            case ID_NUMBER -> answer.isEmpty() ? "" : seals.seal(answer.toUpperCase(java.util.Locale.ROOT));
            default -> answer;
        };
    }

    private List<Decided> decide(
            Method register, Action start, Actor.Officer by, String note, List<BulkRow> rows, boolean writable) {
        var keys = rows.stream().map(row -> key(register, row)).toList();
        var existing = existing(register, by, keys);
        var ids = writable ? contexts.ids().next(rows.size()).iterator() : null;
        var context = contexts.setting(Order.unraised(1, register.id(), register.version()), by);
        var decider = new BulkDecider(contexts, by, note, context);
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(index -> {
                    var row = rows.get(index);
                    long id = ids == null ? 1 : ids.next();
                    var subject = existing.get(keys.get(index));
                    return subject == null
                            ? decider.enter(register, start, id, row)
                            : subject.visible()
                                    ? decider.change(subject.stored(), start, row)
                                    : new BulkRow.Refused(row, List.of(keyTaken(register)));
                })
                .toList();
    }

    private Map<String, ExistingSubject> existing(Method register, Actor.Officer by, List<String> keys) {
        var visibility = Visibility.of(by.seat(), contexts.directory());
        return jdbc
                .sql(BY_KEY.formatted(visibility.anySubject()))
                .param("district", contexts.district())
                .param("method", register.id())
                .param("keys", keys.toArray(String[]::new))
                .params(visibility.params())
                .query((row, number) -> Map.entry(
                        row.getString("key"), new ExistingSubject(OrderStore.stored(row), row.getBoolean("seen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Reason keyTaken(Method register) {
        var key = register.field(register.register().orElseThrow().key());
        return Reason.of("reason.key-taken", key.name()).at(key);
    }
}
