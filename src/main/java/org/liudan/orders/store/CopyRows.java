package org.liudan.orders.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for a table, sent with PostgreSQL's {@code copy}: thousands of rows in one stream. */
public final class CopyRows {

    private static final HexFormat HEX = HexFormat.of();

    private final String table;
    private final String columns;
    private final StringBuilder lines = new StringBuilder();
    private long rows;

    public CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** An empty batch for a table whose rows belong to orders. */
    public static CopyRows of(TableColumns table) {
        return new CopyRows(table.name(), "district_id, order_id, " + table.names());
    }

    /** Adds a row whose values come in two parts. */
    public void add(List<? extends @Nullable Object> first, List<? extends @Nullable Object> second) {
        rows++;
        var start = lines.length();
        first.forEach(value -> write(value, start));
        second.forEach(value -> write(value, start));
        lines.append('\n');
    }

    public long rows() {
        return rows;
    }

    /** Sends the rows on the connection of the current transaction. */
    public void copy(Connection connection) throws SQLException, IOException {
        if (rows > 0) {
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin");
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }
    }

    private void write(@Nullable Object value, int start) {
        if (lines.length() > start) {
            lines.append('\t');
        }
        if (value == null) {
            lines.append("\\N");
        } else if (value instanceof byte[] bytes) {
            lines.append("\\\\x");
            HEX.formatHex(lines, bytes);
        } else if (value instanceof String[] array) {
            writeArray(array);
        } else if (value instanceof String text) {
            writeEscaped(text);
        } else {
            lines.append(value);
        }
    }

    private void writeArray(String[] array) {
        lines.append('{');
        for (int i = 0; i < array.length; i++) {
            lines.append(i == 0 ? "\"" : ",\"");
            writeEscaped(array[i].replace("\\", "\\\\").replace("\"", "\\\""));
            lines.append('"');
        }
        lines.append('}');
    }

    private void writeEscaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0) {
            lines.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(character);
            }
        }
    }
}
