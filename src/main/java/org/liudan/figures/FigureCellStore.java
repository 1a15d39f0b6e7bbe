package org.liudan.figures;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import org.liudan.figures.FigureChange.Cell;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the cells in which closed orders are counted, in the transaction of the caller. */
@Component
class FigureCellStore {

    /** How many changes are counted in at once. */
    static final int LOT = 10_000;

    private static final int BATCH = 500;

    private static final String TAKE = """
            delete from figure_change
            where district_id = :district and ctid = any(array(
                select ctid from figure_change where district_id = :district limit %d for update skip locked))
            returning weight, %s
            """.formatted(LOT, FigureChange.COLUMNS);
    private static final String CLOSED = "select 1 as weight, " + FigureChange.COLUMNS + """
             from orders
            where district_id = :district and closed is not null and not confidential
                and raised_at >= :from and raised_at < :to
            """;
    private static final String KEPT = "select * from figure_cell where district_id = :district and month = :month";
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

    void clear() {
        of("delete from figure_change where district_id = :district").update();
        of("delete from figure_cell where district_id = :district").update();
    }

    /** Counts changes in; answers how many, at most {@link #LOT}. */
    int countIn() {
        var taken = of(TAKE).query((row, number) -> FigureChange.read(row, zone(), directories.current()))
                .list();
        var cells = new FigureCells();
        taken.forEach(cells::count);
        put(cells);
        return taken.size();
    }

    /** What the orders of a month come to that are closed. */
    FigureCells closed(LocalDate month) {
        var cells = new FigureCells();
        changes(CLOSED, month, cells);
        return cells;
    }

    /** What is counted of a month, and what is not counted in yet. */
    FigureCells kept(LocalDate month) {
        var cells = new FigureCells();
        of(KEPT).param("month", month).query(row -> {
            var cell = new Cell(
                    row.getString("area"),
                    month,
                    row.getString("method"),
                    row.getString("split"),
                    row.getString("key"));
            cells.at(cell).add(row);
        });
        changes(FigureChange.PENDING, month, cells);
        return cells;
    }

    /** Adds to what the cells have. */
    void put(FigureCells cells) {
        batches.batchUpdate(PUT, cells.all(), BATCH, this::set);
    }

    private void changes(String sql, LocalDate month, FigureCells cells) {
        try (var changes = of(sql)
                .param("from", month.atStartOfDay(zone()).toOffsetDateTime())
                .param("to", month.plusMonths(1).atStartOfDay(zone()).toOffsetDateTime())
                .withFetchSize(LOT)
                .query((row, number) -> FigureChange.read(row, zone(), directories.current()))
                .stream()) {
            changes.forEach(cells::count);
        }
    }

    private void set(PreparedStatement statement, Map.Entry<Cell, FigureCounts> counted) throws SQLException {
        var cell = counted.getKey();
        int at = 1;
        statement.setInt(at++, directories.district());
        statement.setString(at++, cell.area());
        statement.setObject(at++, cell.month());
        statement.setString(at++, cell.method());
        statement.setString(at++, cell.split());
        statement.setString(at++, cell.key());
        statement.setArray(
                at++,
                statement
                        .getConnection()
                        .createArrayOf("bigint", counted.getValue().took().counts()));
        for (var count : FigureCount.values()) {
            statement.setLong(at++, counted.getValue().of(count));
        }
    }

    private ZoneId zone() {
        return calendars.current().hours().zone();
    }

    private JdbcClient.StatementSpec of(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
