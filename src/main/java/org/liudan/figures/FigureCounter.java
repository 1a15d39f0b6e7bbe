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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts closed orders into cells, from which figures are added up. A change has the same effect on the figures before and after it
 * is counted into the cells.
 */
@Component
public class FigureCounter {

    private static final Logger LOG = LoggerFactory.getLogger(FigureCounter.class);

    private static final String IS_COUNTED =
            "select exists (select from figure_district where district_id = :district)";
    private static final String MARK_COUNTED =
            "insert into figure_district (district_id, counted_at) values (:district, :now)"
                    + " on conflict (district_id) do update set counted_at = excluded.counted_at";
    private static final int MAX_ATTEMPTS = 5;
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

    /** Returns true when all closed orders of the district have been counted at least once. */
    boolean isCounted() {
        return statement(IS_COUNTED).query(Boolean.class).single();
    }

    /** Counts the pending changes; counts all orders first if that was never done. */
    public void catchUp() {
        if (directories.district() == 0) {
            return;
        }
        if (!isCounted()) {
            anew();
        }
        while (transaction.execute(status -> cells.countPending()) == FigureCellStore.MAX_CHANGES) {
            // continue with the next changes
        }
    }

    /**
     * Counts all closed orders again, from one snapshot of the database. Changes during the count stay pending and are counted later.
     * When another process counts changes at the same time, this is retried, up to {@value #MAX_ATTEMPTS} times.
     */
    public void anew() {
        long started = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                snapshot.executeWithoutResult(status -> {
                    cells.clear();
                    months().forEach(month -> cells.put(cells.recounted(month)));
                    statement(MARK_COUNTED)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                });
                break;
            } catch (ConcurrencyFailureException conflict) {
                if (attempt == MAX_ATTEMPTS) {
                    throw conflict;
                }
            }
        }
        LOG.info("Counted all closed orders for figures in {} ms", (System.nanoTime() - started) / 1_000_000);
    }

    /** Returns the number of cells that disagree with the orders; zero unless the database was changed by hand. */
    public long differing() {
        return snapshot.execute(status -> isCounted()
                ? months().stream()
                        .mapToLong(month -> cells.stored(month).countDifferences(cells.recounted(month)))
                        .sum()
                : 0L);
    }

    private List<LocalDate> months() {
        return statement(MONTHS)
                .param("zone", calendars.current().hours().zone().getId())
                .query(LocalDate.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
