package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/** Where orders and subjects stand: each in a table of its own, whose row repeats of the state what lists ask for. */
public final class OrderTable {

    private static final String CHANGING =
            "method_version integer, events integer, hash bytea, changed_at timestamptz, state text, ";
    private static final String NEW = "district_id integer, id bigint, method text, raised_at timestamptz, ";

    /** The order stands in {@code o}, the event of the request in {@code e}. */
    private static final String SELECT =
            "select o.state, encode(o.hash, 'hex') as hash, e.number is not null as requested from ";

    public static final OrderTable ORDERS = new OrderTable(
            "orders",
            OrderColumns.NAMES,
            (order, method, directory) ->
                    OrderColumns.of(order, method, directory).values(),
            row -> OrderColumns.read(row).values());
    public static final OrderTable SUBJECTS = new OrderTable(
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

    public static final List<OrderTable> ALL = List.of(ORDERS, SUBJECTS);

    private final String table;
    private final List<TableColumns.Column> columns;
    private final TableColumns changing;
    private final TableColumns changingAsRead;
    private final TableColumns raising;
    private final TableColumns asRead;
    private final Repeated repeated;
    private final Kept kept;

    private OrderTable(String table, String columns, Repeated repeated, Kept kept) {
        this.table = table;
        this.columns = TableColumns.columns(columns);
        this.kept = kept;
        this.changing = TableColumns.of(table, CHANGING + columns, "");
        this.changingAsRead = TableColumns.of(table, CHANGING + columns + ", events integer, hash bytea", "");
        this.raising = TableColumns.of(table, NEW + CHANGING + columns, "");
        this.asRead = TableColumns.of(table, "district_id integer, id bigint, events integer, hash bytea", "");
        this.repeated = repeated;
    }

    public String table() {
        return table;
    }

    /** The columns that repeat what the state says, in the order of the values. */
    public List<TableColumns.Column> columns() {
        return columns;
    }

    public List<@Nullable Object> repeated(Order order, Method method, Directory directory) {
        return repeated.of(order, method, directory);
    }

    public List<@Nullable Object> kept(ResultSet row) throws SQLException {
        return kept.of(row);
    }

    /** The rows of how a subject stands on its register that an event adds; orders stand on none. */
    List<List<@Nullable Object>> turns(Order before, Order after, Directory directory) {
        return this == ORDERS
                ? List.of()
                : SubjectSnapshot.turns(before, after).stream()
                        .map(turn -> turn.row(after.method(), directory))
                        .toList();
    }

    static OrderTable of(Method method) {
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
    OneStatement write(int district, StoredOrder before, Order after, Method method, Directory directory, String hash) {
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
    public TableColumns whole() {
        return raising;
    }

    public List<@Nullable Object> whole(int district, Order after, Method method, Directory directory, String hash) {
        var row = changing(after, method, directory, hash);
        row.addAll(0, identity(district, after));
        return row;
    }

    private static List<Object> identity(int district, Order after) {
        return List.of(district, after.id(), after.method(), OrderColumns.utc(after.raisedAt()));
    }

    /** The values of the columns that change. */
    List<@Nullable Object> changing(Order after, Method method, Directory directory, String hash) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                after.version(),
                after.events(),
                bytes(hash),
                OrderColumns.utc(after.changedAt()),
                OrderJson.write(after)));
        row.addAll(repeated.of(after, method, directory));
        return row;
    }

    /** The columns of {@link #whole} that change. */
    public TableColumns changing() {
        return changing;
    }

    /** And then those by which it is seen whether one has moved on since it was read. */
    TableColumns changingAsRead() {
        return changingAsRead;
    }

    public static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }
}
