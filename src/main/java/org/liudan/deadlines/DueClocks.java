package org.liudan.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.Lease;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.orders.desk.OrderDesk;
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

    /** One process at a time, so that a hundred thousand clocks due in one minute do not slow down the users. */
    private static final LeaseKind TURN =
            new LeaseKind("clocks", Duration.ofSeconds(15), new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)));

    /** Orders whose clocks could not be served, by their ids. */
    private static final LeaseKind ORDER = new LeaseKind(
            "clocks-of-order", Duration.ofMinutes(1), new Backoff(Duration.ofMinutes(10), Duration.ofHours(1)));

    private static final String FREE = Leases.free("c.id::text");

    private static final String CLAIM = """
            select c.id
            from %s c
            where c.district_id = :district and c.alarm_at <= :now and %s
            order by c.alarm_at
            limit :batch
            for update of c skip locked
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final OrderDesk desk;
    private final Leases leases;
    private final Clock clock;

    DueClocks(JdbcClient jdbc, Claims claims, OrderDesk desk, Leases leases, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.desk = desk;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Acts on due clocks until none is left, or until another process has its turn.
     *
     * @return the number of orders and subjects that were changed
     */
    public int serve() {
        return Claims.TABLES.stream().mapToInt(this::serve).sum();
    }

    private int serve(String table) {
        var served = new AtomicInteger();
        leases.work(TURN, table, turn -> serve(table, turn, served));
        return served.get();
    }

    private void serve(String table, Lease turn, AtomicInteger served) {
        do {
            var result = batch(table, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (result.claimed().isEmpty()) {
                return;
            }
            served.addAndGet(result.moved().size());
            var unchanged = new HashSet<>(result.claimed());
            result.moved().forEach(unchanged::remove);
            unchanged.forEach(order -> postpone(order, result.failed().contains(order)));
        } while (leases.renew(turn));
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
    private void postpone(long order, boolean failed) {
        if (!failed) {
            LOG.error("Order {}: a clock is due by its row but not by its state; run verify", order);
        }
        leases.defer(ORDER, Long.toString(order), failed ? "Its clocks could not be served" : "Row and state differ");
    }

    private List<Long> claim(String table, Instant now) {
        return leases.params(jdbc.sql(CLAIM.formatted(table, FREE)), ORDER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
