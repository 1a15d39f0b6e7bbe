package org.liudan.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Acts on orders and subjects whose clocks are due. Several processes can share the work: an order that one process has locked is
 * skipped by the others.
 */
@Component
public class DueClocks {

    private static final Logger LOG = LoggerFactory.getLogger(DueClocks.class);
    private static final int BATCH = 200;
    /** The time for which an order is skipped after a failure. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);

    /** Only one process at a time claims orders, so that a hundred thousand clocks due in one minute do not slow down the users. */
    private static final String CLAIM = """
            with turn as materialized (
                select pg_try_advisory_xact_lock(hashtextextended('due clocks', :district)) as taken
            )
            select id
            from %s
            where (select taken from turn)
              and district_id = :district
              and alarm_at <= :now
              and not id = any(:postponed)
            order by alarm_at
            limit :batch
            for update skip locked
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final OrderDesk desk;
    private final Directories directories;
    private final Clock clock;
    private final Map<Long, Instant> postponed = new ConcurrentHashMap<>();

    DueClocks(JdbcClient jdbc, Claims claims, OrderDesk desk, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.desk = desk;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Acts on due clocks until none is left, or until another process holds the lock.
     *
     * @return the number of orders and subjects that were changed
     */
    public int serve() {
        return Claims.TABLES.stream().mapToInt(this::serve).sum();
    }

    private int serve(String table) {
        int served = 0;
        while (true) {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            postponed.values().removeIf(until -> !until.isAfter(now));
            var result = batch(table, now);
            if (result.claimed().isEmpty()) {
                return served;
            }
            served += result.moved().size();
            var unchanged = new HashSet<>(result.claimed());
            result.moved().forEach(unchanged::remove);
            unchanged.forEach(order -> postpone(order, now, result.failed().contains(order)));
        }
    }

    /** Processes a batch as a whole. If that fails, it is rolled back and processed order by order, so that only the failing order waits. */
    private Claims.ClaimedBatch batch(String table, Instant now) {
        try {
            return claims.workTogether(() -> claim(table, now), desk::ringAll);
        } catch (TransactionException | TransientDataAccessException | DataAccessResourceFailureException unavailable) {
            throw unavailable;
        } catch (RuntimeException failure) {
            LOG.warn("Processing clocks as one batch failed; they are processed one by one", failure);
            return claims.work(() -> claim(table, now), desk::ring);
        }
    }

    /** Skips an order for a while, so that an order that stays due is not claimed again and again. */
    private void postpone(long order, Instant now, boolean failed) {
        if (!failed) {
            LOG.error("Order {}: a clock is due by its row but not by its state; run verify", order);
        }
        postponed.put(order, now.plus(RETRY_AFTER));
    }

    private List<Long> claim(String table, Instant now) {
        return jdbc.sql(CLAIM.formatted(table))
                .param("district", directories.district())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("postponed", postponed.keySet().toArray(Long[]::new))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
