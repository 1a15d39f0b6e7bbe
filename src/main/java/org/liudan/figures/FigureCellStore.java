package org.liudan.figures;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.liudan.figures.FigureChange.FigureCell;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the cells that count closed orders, in the caller's transaction. */
@Component
class FigureCellStore {

    /** The maximum number of changes that one call counts. */
    static final int MAX_CHANGES = 10_000;

    /** The number of rows sent to the database at once. */
    private static final int INSERT_BATCH = 500;

    private static final String TAKE_PENDING = """
            delete from figure_change
            where district_id = :district and ctid = any(array(
                select ctid from figure_change where district_id = :district limit %d for update skip locked))
            returning weight, %s
            """.formatted(MAX_CHANGES, FigureChange.COLUMNS);
    private static final String CLOSED = "select 1 as weight, " + FigureChange.COLUMNS + """
             from orders
            where district_id = :district and closed is not null and not confidential
                and raised_at >= :from and raised_at < :to
            """;
    private static final String STORED = "select * from figure_cell where district_id = :district and month = :month";
    private static final String PUT = "insert into figure_cell"
            + " (district_id, area, month, method, split, key, durations, " + FigureCount.each(column -> column)
            + ") values"
            + " (?, ?, ?, ?, ?, ?, ?, " + FigureCount.each(column -> "?") + ")"
            + " on conflict (district_id, area, month, method, split, key) do update"
            + " set durations = add_counts(figure_cell.durations, excluded.durations), "
            + FigureCount.each(column -> column + " = figure_cell." + column + " + excluded." + column);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Directories directories;
    private final Calendars calendars;

    FigureCellStore(JdbcClient jdbc, DataSource source, Directories directories, Calendars calendars) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(source);
        this.directories = directories;
        this.calendars = calendars;
    }

    /** Deletes all cells and pending changes of the district. */
    void clear() {
        statement("delete from figure_change where district_id = :district").update();
        statement("delete from figure_cell where district_id = :district").update();
    }

    /** Counts pending changes into the cells; returns their number, at most {@link #MAX_CHANGES}. */
    int countPending() {
        var changes = statement(TAKE_PENDING)
                .query((row, number) -> FigureChange.read(row, zone(), directories.current()))
                .list();
        var cells = new FigureCells();
        changes.forEach(cells::count);
        put(cells);
        return changes.size();
    }

    /** Counts the closed orders of a month again, from the orders themselves; {@code month} is its first day. */
    FigureCells recounted(LocalDate month) {
        var cells = new FigureCells();
        countChanges(CLOSED, month, cells);
        return cells;
    }

    /** Returns the stored cells of a month together with its pending changes. */
    FigureCells stored(LocalDate month) {
        var cells = new FigureCells();
        statement(STORED).param("month", month).query(row -> {
            var cell = new FigureCell(
                    row.getString("area"),
                    month,
                    row.getString("method"),
                    row.getString("split"),
                    row.getString("key"));
            cells.at(cell).add(row);
        });
        countChanges(FigureChange.PENDING, month, cells);
        return cells;
    }

    /** Adds these counts to the stored cells. */
    void put(FigureCells cells) {
        batches.batchUpdate(PUT, cells.all(), INSERT_BATCH, this::set);
    }

    private void countChanges(String sql, LocalDate month, FigureCells cells) {
        try (var changes = statement(sql)
                .param("from", month.atStartOfDay(zone()).toOffsetDateTime())
                .param("to", month.plusMonths(1).atStartOfDay(zone()).toOffsetDateTime())
                .withFetchSize(MAX_CHANGES)
                .query((row, number) -> FigureChange.read(row, zone(), directories.current()))
                .stream()) {
            changes.forEach(cells::count);
        }
    }

    private void set(PreparedStatement statement, Map.Entry<FigureCell, FigureCounts> entry) throws SQLException {
        var cell = entry.getKey();
        int parameter = 1;
        statement.setInt(parameter++, directories.district());
        statement.setString(parameter++, cell.area());
        statement.setObject(parameter++, cell.month());
        statement.setString(parameter++, cell.method());
        statement.setString(parameter++, cell.split());
        statement.setString(parameter++, cell.key());
        statement.setArray(
                parameter++,
                statement
                        .getConnection()
                        .createArrayOf("bigint", entry.getValue().durations().counts()));
        for (var count : FigureCount.values()) {
            statement.setLong(parameter++, entry.getValue().of(count));
        }
    }

    private ZoneId zone() {
        return calendars.current().hours().zone();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
