package org.liudan.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.people.Directory;
import org.liudan.people.Sight;

/** Where orders and subjects stand: each in a table of its own, whose row repeats of the state what lists ask for. */
final class Shelf {

    private static final String CHANGING =
            "method_version integer, events integer, hash bytea, changed_at timestamptz, state text, ";
    private static final String NEW = "district_id integer, id bigint, method text, raised_at timestamptz, ";

    /** The order stands in {@code o}, the event of the request in {@code e}. */
    private static final String SELECT =
            "select o.state, encode(o.hash, 'hex') as hash, e.number is not null as requested from ";

    static final Shelf ORDERS = new Shelf(
            "orders",
            Columns.NAMES,
            (order, method, directory) -> Columns.of(order, method, directory).values(),
            row -> Columns.read(row).values());
    static final Shelf SUBJECTS = new Shelf(
            "subject",
            SubjectColumns.NAMES,
            (order, method, directory) ->
                    SubjectColumns.of(order, method, directory).values(),
            row -> SubjectColumns.read(row).values());

    /** What the row should repeat of the state. */
    private interface Repeated {
        List<@Nullable Object> of(Order order, Method method, Directory directory);
    }

    /** What the row does repeat. */
    private interface Kept {
        List<@Nullable Object> of(ResultSet row) throws SQLException;
    }

    static final List<Shelf> ALL = List.of(ORDERS, SUBJECTS);

    private final String table;
    private final List<Table.Column> columns;
    private final Table changing;
    private final Table changingAsRead;
    private final Table raising;
    private final Table asRead;
    private final Repeated repeated;
    private final Kept kept;

    private Shelf(String table, String columns, Repeated repeated, Kept kept) {
        this.table = table;
        this.columns = Table.columns(columns);
        this.kept = kept;
        this.changing = Table.of(table, CHANGING + columns, "");
        this.changingAsRead = Table.of(table, CHANGING + columns + ", events integer, hash bytea", "");
        this.raising = Table.of(table, NEW + CHANGING + columns, "");
        this.asRead = Table.of(table, "district_id integer, id bigint, events integer, hash bytea", "");
        this.repeated = repeated;
    }

    String table() {
        return table;
    }

    /** The columns that repeat what the state says, in the order of the values. */
    List<Table.Column> columns() {
        return columns;
    }

    List<@Nullable Object> repeated(Order order, Method method, Directory directory) {
        return repeated.of(order, method, directory);
    }

    List<@Nullable Object> kept(ResultSet row) throws SQLException {
        return kept.of(row);
    }

    /** The condition of who may see one. */
    String seen(Sight sight) {
        return this == ORDERS ? sight.anyOrder() : sight.anySubject();
    }

    /** The rows of how a subject stands on its register that an event adds; orders stand on none. */
    List<List<@Nullable Object>> turns(Order before, Order after, Directory directory) {
        return this == ORDERS
                ? List.of()
                : Standing.turns(before, after).stream()
                        .map(turn -> turn.row(after.method(), directory))
                        .toList();
    }

    static Shelf of(Method method) {
        return method.register().isPresent() ? SUBJECTS : ORDERS;
    }

    /** Reads one by {@code :district}, {@code :id} and {@code :request}. */
    String read() {
        return SELECT + table + " o left join order_event e on e.district_id = o.district_id"
                + " and e.request = :request::text and e.order_id = o.id"
                + " where o.district_id = :district and o.id = :id";
    }

    /** Reads the one that {@code :request} raised. */
    String raisedBy() {
        return SELECT + "order_event e join " + table + " o on o.district_id = e.district_id and o.id = e.order_id"
                + " where e.district_id = :district and e.request = :request and e.number = 1";
    }

    /** Begins the statement that writes what has become of one, unless it has moved on since. */
    OneStatement write(int district, Stored before, Order after, Method method, Directory directory, String hash) {
        var row = changing(after, method, directory, hash);
        if (before.order().events() > 0) {
            return OneStatement.update(
                    changing,
                    row,
                    asRead,
                    List.of(district, after.id(), before.order().events(), bytes(before.hash())));
        }
        row.addAll(0, identity(district, after));
        return OneStatement.insert(raising, row);
    }

    /** A whole row as a table, and its values. */
    Table whole() {
        return raising;
    }

    List<@Nullable Object> whole(int district, Order after, Method method, Directory directory, String hash) {
        var row = changing(after, method, directory, hash);
        row.addAll(0, identity(district, after));
        return row;
    }

    private static List<Object> identity(int district, Order after) {
        return List.of(district, after.id(), after.method(), Columns.utc(after.raisedAt()));
    }

    /** The values of the columns that change. */
    List<@Nullable Object> changing(Order after, Method method, Directory directory, String hash) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                after.version(), after.events(), bytes(hash), Columns.utc(after.changedAt()), OrderJson.write(after)));
        row.addAll(repeated.of(after, method, directory));
        return row;
    }

    /** The columns of {@link #whole} that change. */
    Table changing() {
        return changing;
    }

    /** And then those by which it is seen whether one has moved on since it was read. */
    Table changingAsRead() {
        return changingAsRead;
    }

    static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }
}
