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

/** The table of orders or of subjects. A row stores the state as JSON, and columns derived from it for lists. */
public final class OrderTable {

    private static final String UPDATED =
            "method_version integer, events integer, hash bytea, changed_at timestamptz, state text, ";
    private static final String INSERTED = "district_id integer, id bigint, method text, raised_at timestamptz, ";

    /** {@code o} is the order, {@code e} the event of the request. */
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

    /** The values that the derived columns should have. */
    private interface DerivedColumns {
        List<@Nullable Object> of(Order order, Method method, Directory directory);
    }

    /** The values that the derived columns have. */
    private interface StoredColumns {
        List<@Nullable Object> of(ResultSet row) throws SQLException;
    }

    public static final List<OrderTable> ALL = List.of(ORDERS, SUBJECTS);

    private final String name;
    private final List<TableColumns.TypedColumn> columns;
    private final TableColumns updatedColumns;
    private final TableColumns updatedColumnsAndVersion;
    private final TableColumns allColumns;
    private final TableColumns version;
    private final DerivedColumns derived;
    private final StoredColumns stored;

    private OrderTable(String name, String columns, DerivedColumns derived, StoredColumns stored) {
        this.name = name;
        this.columns = TableColumns.columns(columns);
        this.stored = stored;
        this.updatedColumns = TableColumns.of(name, UPDATED + columns, "");
        this.updatedColumnsAndVersion = TableColumns.of(name, UPDATED + columns + ", events integer, hash bytea", "");
        this.allColumns = TableColumns.of(name, INSERTED + UPDATED + columns, "");
        this.version = TableColumns.of(name, "district_id integer, id bigint, events integer, hash bytea", "");
        this.derived = derived;
    }

    public String name() {
        return name;
    }

    /** The derived columns, in the order of {@link #derived} and {@link #stored}. */
    public List<TableColumns.TypedColumn> columns() {
        return columns;
    }

    /** The values that the derived columns of an order should have. */
    public List<@Nullable Object> derived(Order order, Method method, Directory directory) {
        return derived.of(order, method, directory);
    }

    /** The values that the derived columns of a row have. */
    public List<@Nullable Object> stored(ResultSet row) throws SQLException {
        return stored.of(row);
    }

    /** The rows of {@link SubjectSnapshot#TABLE} that an event adds; orders have none. */
    List<List<@Nullable Object>> snapshotRows(Order before, Order after, Directory directory) {
        return this == ORDERS
                ? List.of()
                : SubjectSnapshot.changes(before, after).stream()
                        .map(change -> change.row(after.method(), directory))
                        .toList();
    }

    static OrderTable of(Method method) {
        return method.register().isPresent() ? SUBJECTS : ORDERS;
    }

    /** The query for an order by {@code :district}, {@code :id} and {@code :request}. */
    String read() {
        return SELECT + name + " o left join order_event e on e.district_id = o.district_id"
                + " and e.request = :request::text and e.order_id = o.id"
                + " where o.district_id = :district and o.id = :id";
    }

    /** The query for the order that {@code :request} raised in {@code :district}. */
    String raisedBy() {
        return SELECT + "order_event e join " + name + " o on o.district_id = e.district_id and o.id = e.order_id"
                + " where e.district_id = :district and e.request = :request and e.number = 1";
    }

    /** Starts the statement that writes an order, unless it was changed since {@code before}. */
    OneStatement write(int district, StoredOrder before, Order after, Method method, Directory directory, String hash) {
        var row = updatedValues(after, method, directory, hash);
        if (before.order().events() > 0) {
            return OneStatement.update(
                    updatedColumns,
                    row,
                    version,
                    List.of(district, after.id(), before.order().events(), bytes(before.hash())));
        }
        row.addAll(0, identity(district, after));
        return OneStatement.insert(allColumns, row);
    }

    /** All columns of a row. */
    public TableColumns allColumns() {
        return allColumns;
    }

    /** The values of {@link #allColumns}. */
    public List<@Nullable Object> allValues(
            int district, Order after, Method method, Directory directory, String hash) {
        var row = updatedValues(after, method, directory, hash);
        row.addAll(0, identity(district, after));
        return row;
    }

    private static List<Object> identity(int district, Order after) {
        return List.of(district, after.id(), after.method(), OrderColumns.utc(after.raisedAt()));
    }

    /** The values of {@link #updatedColumns}. */
    List<@Nullable Object> updatedValues(Order after, Method method, Directory directory, String hash) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                after.version(),
                after.events(),
                bytes(hash),
                OrderColumns.utc(after.changedAt()),
                OrderJson.write(after)));
        row.addAll(derived.of(after, method, directory));
        return row;
    }

    /** The columns of a row that an update writes. */
    public TableColumns updatedColumns() {
        return updatedColumns;
    }

    /** {@link #updatedColumns}, and then the columns that show whether an order was changed since it was read. */
    TableColumns updatedColumnsAndVersion() {
        return updatedColumnsAndVersion;
    }

    /** The bytes of a hash in hexadecimal. */
    public static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }
}
