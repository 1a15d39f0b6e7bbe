package org.liudan.orders.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into a table by {@code copy}, which takes thousands in one stream. */
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

    /** Lines for a table whose rows belong to orders. */
    public static CopyRows of(TableColumns table) {
        return new CopyRows(table.name(), "district_id, order_id, " + table.names());
    }

    public void add(List<? extends @Nullable Object> first, List<? extends @Nullable Object> then) {
        rows++;
        var start = lines.length();
        first.forEach(value -> write(value, start));
        then.forEach(value -> write(value, start));
        lines.append('\n');
    }

    public long rows() {
        return rows;
    }

    /** Sends them on the connection of the transaction. */
    public void copy(Connection connection) throws SQLException, IOException {
        if (rows > 0) {
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            var in = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin");
            try {
                in.writeToCopy(bytes, 0, bytes.length);
                in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
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
        } else if (value instanceof String[] several) {
            array(several);
        } else if (value instanceof String text) {
            escaped(text);
        } else {
            lines.append(value);
        }
    }

    private void array(String[] several) {
        lines.append('{');
        for (int i = 0; i < several.length; i++) {
            lines.append(i == 0 ? "\"" : ",\"");
            escaped(several[i].replace("\\", "\\\\").replace("\"", "\\\""));
            lines.append('"');
        }
        lines.append('}');
    }

    private void escaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0) {
            lines.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(one);
            }
        }
    }
}
