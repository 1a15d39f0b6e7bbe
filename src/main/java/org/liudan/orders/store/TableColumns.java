package org.liudan.orders.store;

import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * A table as a statement writes it.
 *
 * @param columns those that are written, with their types
 * @param conflict what to do when the row is there already; empty to fail
 */
public record TableColumns(String name, List<Column> columns, String conflict) {

    /** A column and its type, both as the database calls them. */
    public record Column(String name, String type) {

        private static final Map<String, Integer> TYPES = Map.of(
                "text", Types.VARCHAR,
                "integer", Types.INTEGER,
                "bigint", Types.BIGINT,
                "boolean", Types.BOOLEAN,
                "bytea", Types.BINARY,
                "timestamptz", Types.TIMESTAMP_WITH_TIMEZONE,
                "float8", Types.DOUBLE,
                "text[]", Types.ARRAY);

        /**
         * A value with its type, even when it is missing: a parameter whose type changed from one call to the next would
         * have the server parse and plan the statement anew each time.
         */
        SqlParameterValue value(@Nullable Object value) {
            return new SqlParameterValue(Objects.requireNonNull(TYPES.get(type)), value);
        }
    }

    /** @param columns as {@code name type, name type} */
    static TableColumns of(String name, String columns, String conflict) {
        return new TableColumns(name, columns(columns), conflict);
    }

    static List<Column> columns(String columns) {
        return Arrays.stream(columns.split(",\\s*", -1))
                .map(column -> column.split(" ", 2))
                .map(parts -> new Column(parts[0], parts[1]))
                .toList();
    }

    public String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** {@code (?::text, ?::integer)} */
    String parameters() {
        return columns.stream().map(column -> "?::" + column.type()).collect(Collectors.joining(", ", "(", ")"));
    }

    List<SqlParameterValue> values(List<? extends @Nullable Object> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> columns.get(index).value(row.get(index)))
                .toList();
    }
}
