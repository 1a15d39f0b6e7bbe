package org.liudan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.testing.Lifecycles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What pgbench is to do: the rows that one real lifecycle wrote, written again in one statement for each action. The
 * long texts are sent as parameters, as the order desk sends them.
 */
final class PgbenchScript {

    private static final String ID = ":id::bigint";
    private static final Map<String, String> CONFLICTS = Map.of(
            "order_clock",
            " on conflict (district_id, order_id, clock, run) do update set due_at = excluded.due_at,"
                    + " settled = excluded.settled, paused = excluded.paused, warned_at = excluded.warned_at,"
                    + " breached_at = excluded.breached_at, escalated = excluded.escalated,"
                    + " ended_at = excluded.ended_at",
            "order_contact",
            " on conflict do nothing");
    private static final String TAKEN_AWAY =
            "delete from %s t using moved where t.district_id = %s and t.order_id = moved.id";

    private final BenchRows rows;
    private final Map<String, List<Map<String, String>>> before = new LinkedHashMap<>();
    private final List<String> statements = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private PgbenchScript(JdbcClient jdbc) {
        this.rows = new BenchRows(jdbc);
    }

    /** Lives one order and notes what each of its actions has written. */
    static PgbenchScript of(Lifecycles lifecycles, JdbcClient jdbc) {
        var script = new PgbenchScript(jdbc);
        lifecycles.live(script::note);
        return script;
    }

    String text() {
        return "\\set n :n + 1\n\\set id :base + :client_id * 10000000 + :n\n" + String.join("", statements);
    }

    /** The parameters that are the same for every order, with their values as SQL literals say them. */
    Map<String, String> texts() {
        return texts;
    }

    private void note(long order) {
        int number = statements.size() + 1;
        var parts = new ArrayList<String>();
        parts.add("moved as (" + (number == 1 ? insertOrder(order) : updateOrder(order, number)) + " returning id)");
        for (var table :
                List.of("order_tracking", "order_words", "order_contact", "order_event", "order_clock", "outbox")) {
            var now = rows.of(table, order);
            var fresh = new ArrayList<>(now);
            var were = before.getOrDefault(table, List.of());
            fresh.removeAll(were);
            if (now.isEmpty() && !were.isEmpty()) {
                parts.add("w%d as (%s)"
                        .formatted(
                                parts.size(),
                                TAKEN_AWAY.formatted(table, were.get(0).get("district_id"))));
            }
            before.put(table, now);
            for (var row : fresh) {
                parts.add("w%d as (%s)".formatted(parts.size(), insert(table, row, number)));
            }
        }
        statements.add("with " + String.join(", ", parts) + " select count(*) from moved;\n");
    }

    private String insertOrder(long order) {
        var row = ordersRow(order, 1);
        row.put("id", ID);
        return "insert into orders (%s) values (%s)"
                .formatted(String.join(", ", row.keySet()), String.join(", ", row.values()));
    }

    private String updateOrder(long order, int number) {
        var row = ordersRow(order, number);
        var district = row.get("district_id");
        List.of("district_id", "id", "method", "method_version", "raised_at").forEach(row::remove);
        return "update orders set %s where district_id = %s and id = %s and events = %d"
                .formatted(
                        row.entrySet().stream()
                                .map(cell -> cell.getKey() + " = " + cell.getValue())
                                .collect(Collectors.joining(", ")),
                        district,
                        ID,
                        number - 1);
    }

    private Map<String, String> ordersRow(long order, int number) {
        var row = rows.of("orders", order).get(0);
        row.computeIfPresent("state", (name, value) -> parameter("state" + number, value));
        row.computeIfPresent("words", (name, value) -> parameter("words" + number, value));
        return row;
    }

    private String insert(String table, Map<String, String> row, int number) {
        var cells = new LinkedHashMap<>(row);
        cells.put("order_id", "id");
        cells.computeIfPresent("tracking", (name, value) -> "sha256((" + ID + ")::text::bytea)");
        cells.computeIfPresent("request", (name, value) -> "'pgbench-' || (" + ID + ")::text || '-" + number + "'");
        cells.computeIfPresent("body", (name, value) -> parameter("body" + number, value));
        cells.computeIfPresent("words", (name, value) -> parameter("words", value));
        return "insert into %s (%s) select %s from moved%s"
                .formatted(
                        table,
                        String.join(", ", cells.keySet()),
                        String.join(", ", cells.values()),
                        CONFLICTS.getOrDefault(table, ""));
    }

    private String parameter(String name, String literal) {
        int type = literal.lastIndexOf("::");
        texts.put(name, literal.substring(0, type));
        return ":" + name + literal.substring(type);
    }
}
