package org.liudan.figures;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.liudan.figures.Change.Cell;
import org.liudan.orders.Judging;
import org.liudan.people.Directories;
import org.liudan.settings.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts closed orders into the cells that figures are added up from. Whether a change is in the cells yet or still by itself
 * makes no difference to any figure.
 */
@Component
public class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int LOT = 10_000;
    private static final int BATCH = 500;

    private static final String COUNTED = "select exists (select from figure_district where district_id = :district)";
    private static final String MARK = "insert into figure_district (district_id, counted_at) values (:district, :now)"
            + " on conflict (district_id) do update set counted_at = excluded.counted_at";
    private static final String TAKE = """
            delete from figure_change
            where district_id = :district and ctid = any(array(
                select ctid from figure_change where district_id = :district limit %d for update skip locked))
            returning weight, %s
            """.formatted(LOT, Change.COLUMNS);
    private static final String CLOSED = "select 1 as weight, " + Change.COLUMNS + """
             from orders
            where district_id = :district and closed is not null and not confidential
                and raised_at >= :from and raised_at < :to
            """;
    private static final String PENDING = "select weight, " + Change.COLUMNS + """
             from figure_change
            where district_id = :district and raised_at >= :from and raised_at < :to
            """;
    private static final String CELLS = "select * from figure_cell where district_id = :district and month = :month";
    private static final String MONTHS = """
            select generate_series(
                date_trunc('month', min(raised_at) at time zone :zone), max(raised_at) at time zone :zone, '1 month')::date
            from orders
            where district_id = :district
            """;
    private static final String PUT = "insert into figure_cell"
            + " (district_id, area, month, method, split, key, took, " + Count.each(column -> column) + ") values"
            + " (?, ?, ?, ?, ?, ?, ?, " + Count.each(column -> "?") + ")"
            + " on conflict (district_id, area, month, method, split, key) do update"
            + " set took = add_counts(figure_cell.took, excluded.took), "
            + Count.each(column -> column + " = figure_cell." + column + " + excluded." + column);

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::area)
            .thenComparing(Cell::month)
            .thenComparing(Cell::method)
            .thenComparing(Cell::split)
            .thenComparing(Cell::key);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Directories directories;
    private final Calendars calendars;
    private final Judging judging;
    private final Clock clock;

    Counting(
            JdbcClient jdbc,
            DataSource source,
            PlatformTransactionManager transactions,
            Directories directories,
            Calendars calendars,
            Judging judging,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.directories = directories;
        this.calendars = calendars;
        this.judging = judging;
        this.clock = clock;
    }

    /** True once all orders of the district are counted. */
    boolean counted() {
        return jdbc.sql(COUNTED)
                .param("district", directories.district())
                .query(Boolean.class)
                .single();
    }

    /** Counts in what has come since, and everything if that was never done. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    public void catchUp() {
        if (directories.district() == 0) {
            return;
        }
        if (!counted()) {
            judging.anew();
            anew();
        }
        while (lot() == LOT) {
            // the next one
        }
    }

    /** Counts all orders anew, as they stand at one moment; what changes meanwhile is counted in afterwards. */
    public void anew() {
        long started = System.nanoTime();
        snapshot.executeWithoutResult(status -> {
            of("delete from figure_change where district_id = :district").update();
            of("delete from figure_cell where district_id = :district").update();
            months().forEach(month -> put(cells(month)));
            of(MARK).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        });
        LOG.info("Counted all closed orders for figures in {} ms", (System.nanoTime() - started) / 1_000_000);
    }

    /** How many cells are not what the orders come to; zero unless the database was changed by hand. */
    public long differing() {
        return snapshot.execute(status ->
                counted() ? months().stream().mapToLong(this::differing).sum() : 0L);
    }

    private long differing(LocalDate month) {
        var found = new TreeMap<Cell, Counts>(ORDER);
        of(CELLS).param("month", month).query(row -> {
            counts(
                            found,
                            new Cell(
                                    row.getString("area"),
                                    month,
                                    row.getString("method"),
                                    row.getString("split"),
                                    row.getString("key")))
                    .add(row);
        });
        changes(PENDING, month, found);
        var wanted = cells(month);
        var all = new TreeSet<>(ORDER);
        all.addAll(found.keySet());
        all.addAll(wanted.keySet());
        return all.stream()
                .filter(cell -> !found.getOrDefault(cell, Counts.NONE).same(wanted.getOrDefault(cell, Counts.NONE)))
                .count();
    }

    private int lot() {
        return transaction.execute(status -> {
            var taken =
                    of(TAKE).query((row, number) -> Change.read(row, zone())).list();
            var cells = new TreeMap<Cell, Counts>(ORDER);
            taken.forEach(change -> count(cells, change));
            put(cells);
            return taken.size();
        });
    }

    private List<LocalDate> months() {
        return of(MONTHS).param("zone", zone().getId()).query(LocalDate.class).list();
    }

    private Map<Cell, Counts> cells(LocalDate month) {
        var cells = new TreeMap<Cell, Counts>(ORDER);
        changes(CLOSED, month, cells);
        return cells;
    }

    private void changes(String sql, LocalDate month, Map<Cell, Counts> cells) {
        try (var changes = of(sql)
                .param("from", start(month))
                .param("to", start(month.plusMonths(1)))
                .withFetchSize(LOT)
                .query((row, number) -> Change.read(row, zone()))
                .stream()) {
            changes.forEach(change -> count(cells, change));
        }
    }

    private static void count(Map<Cell, Counts> cells, Change change) {
        change.cells().forEach(cell -> counts(cells, cell).add(change));
    }

    private static Counts counts(Map<Cell, Counts> cells, Cell cell) {
        return cells.computeIfAbsent(cell, unknown -> new Counts());
    }

    private void put(Map<Cell, Counts> cells) {
        batches.batchUpdate(PUT, List.copyOf(cells.entrySet()), BATCH, this::set);
    }

    private void set(PreparedStatement statement, Map.Entry<Cell, Counts> counted) throws SQLException {
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
        for (var count : Count.values()) {
            statement.setLong(at++, counted.getValue().of(count));
        }
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone()).toOffsetDateTime();
    }

    private ZoneId zone() {
        return calendars.current().hours().zone();
    }

    private JdbcClient.StatementSpec of(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
