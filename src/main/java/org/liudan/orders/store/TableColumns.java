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
 * A table and the columns of it that a statement writes.
 *
 * @param columns the columns that are written, with their types
 * @param conflict the {@code on conflict} clause for a row that exists already; empty to fail
 */
public record TableColumns(String name, List<TypedColumn> columns, String conflict) {

    /** A column and its type, with their names in the database. */
    public record TypedColumn(String name, String type) {

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
         * A value with its type, even when it is null. If the type of a parameter changed from call to call, the server would
         * parse and plan the statement again each time.
         */
        SqlParameterValue value(@Nullable Object value) {
            return new SqlParameterValue(Objects.requireNonNull(TYPES.get(type)), value);
        }
    }

    /** @param columns as {@code name type, name type} */
    static TableColumns of(String name, String columns, String conflict) {
        return new TableColumns(name, columns(columns), conflict);
    }

    static List<TypedColumn> columns(String columns) {
        return Arrays.stream(columns.split(",\\s*", -1))
                .map(column -> column.split(" ", 2))
                .map(parts -> new TypedColumn(parts[0], parts[1]))
                .toList();
    }

    /** The names of the columns, separated by commas. */
    public String names() {
        return columns.stream().map(TypedColumn::name).collect(Collectors.joining(", "));
    }

    /** The placeholders of a row, for example {@code (?::text, ?::integer)}. */
    String parameters() {
        return columns.stream().map(column -> "?::" + column.type()).collect(Collectors.joining(", ", "(", ")"));
    }

    List<SqlParameterValue> values(List<? extends @Nullable Object> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(index -> columns.get(index).value(row.get(index)))
                .toList();
    }
}
