package org.liudan.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
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
public class FigureCounter {

    private static final Logger LOG = LoggerFactory.getLogger(FigureCounter.class);

    private static final String COUNTED = "select exists (select from figure_district where district_id = :district)";
    private static final String MARK = "insert into figure_district (district_id, counted_at) values (:district, :now)"
            + " on conflict (district_id) do update set counted_at = excluded.counted_at";
    private static final int TRIES = 5;
    private static final String MONTHS = """
            select generate_series(
                date_trunc('month', min(raised_at) at time zone :zone), max(raised_at) at time zone :zone, '1 month')::date
            from orders
            where district_id = :district
            """;

    private final JdbcClient jdbc;
    private final FigureCellStore cells;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Directories directories;
    private final Calendars calendars;
    private final Clock clock;

    FigureCounter(
            JdbcClient jdbc,
            FigureCellStore cells,
            PlatformTransactionManager transactions,
            Directories directories,
            Calendars calendars,
            Clock clock) {
        this.jdbc = jdbc;
        this.cells = cells;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.directories = directories;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** True once all orders of the district are counted. */
    boolean counted() {
        return of(COUNTED).query(Boolean.class).single();
    }

    /** Counts in what has come since, and everything if that was never done. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    public void catchUp() {
        if (directories.district() == 0) {
            return;
        }
        if (!counted()) {
            anew();
        }
        while (transaction.execute(status -> cells.countIn()) == FigureCellStore.LOT) {
            // the next lot
        }
    }

    /**
     * Counts all orders anew, as they stand at one moment; what changes meanwhile is counted in afterwards. When another process counts
     * changes in at the same moment, it begins again.
     */
    public void anew() {
        long started = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                snapshot.executeWithoutResult(status -> {
                    cells.clear();
                    months().forEach(month -> cells.put(cells.closed(month)));
                    of(MARK).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                });
                break;
            } catch (ConcurrencyFailureException overtaken) {
                if (tried == TRIES) {
                    throw overtaken;
                }
            }
        }
        LOG.info("Counted all closed orders for figures in {} ms", (System.nanoTime() - started) / 1_000_000);
    }

    /** How many cells are not what the orders come to; zero unless the database was changed by hand. */
    public long differing() {
        return snapshot.execute(status -> counted()
                ? months().stream()
                        .mapToLong(month -> cells.kept(month).differing(cells.closed(month)))
                        .sum()
                : 0L);
    }

    private List<LocalDate> months() {
        return of(MONTHS)
                .param("zone", calendars.current().hours().zone().getId())
                .query(LocalDate.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
