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
 * Acts on orders and subjects whose clocks have fallen due. Any number of processes share the work: an order that one has claimed is
 * passed over by the others.
 */
@Component
public class DueClocks {

    private static final Logger LOG = LoggerFactory.getLogger(DueClocks.class);
    private static final int BATCH = 200;
    private static final Duration ASIDE = Duration.ofMinutes(10);

    /** Processes take turns, so that a hundred thousand clocks of one minute leave the machine to whoever works meanwhile. */
    private static final String CLAIM = """
            with turn as materialized (
                select pg_try_advisory_xact_lock(hashtextextended('due clocks', :district)) as taken
            )
            select id
            from %s
            where (select taken from turn)
              and district_id = :district
              and alarm_at <= :now
              and not id = any(:aside)
            order by alarm_at
            limit :batch
            for update skip locked
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final OrderDesk desk;
    private final Directories directories;
    private final Clock clock;
    private final Map<Long, Instant> aside = new ConcurrentHashMap<>();

    DueClocks(JdbcClient jdbc, Claims claims, OrderDesk desk, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.desk = desk;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Goes on until nothing is due any more, or another process has its turn. Answers how many orders and subjects it acted on.
     */
    public int serve() {
        return Claims.TABLES.stream().mapToInt(this::serve).sum();
    }

    private int serve(String table) {
        int served = 0;
        while (true) {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            aside.values().removeIf(until -> !until.isAfter(now));
            var result = batch(table, now);
            if (result.claimed().isEmpty()) {
                return served;
            }
            served += result.moved().size();
            var left = new HashSet<>(result.claimed());
            result.moved().forEach(left::remove);
            left.forEach(order -> setAside(order, now, result.failed().contains(order)));
        }
    }

    /** Many orders at once; where that breaks off, which is written nowhere, each by itself, so that only the broken one stays. */
    private Claims.Result batch(String table, Instant now) {
        try {
            return claims.together(() -> claim(table, now), desk::ringAll);
        } catch (TransactionException | TransientDataAccessException | DataAccessResourceFailureException lost) {
            throw lost;
        } catch (RuntimeException broken) {
            LOG.warn("Clocks can't be served together, and are one by one", broken);
            return claims.work(() -> claim(table, now), desk::ring);
        }
    }

    /** An order that is due although nothing can be done about it must not be asked for again and again. */
    private void setAside(long order, Instant now, boolean failed) {
        if (!failed) {
            LOG.error("Order {}: its row says that a clock is due, its state that none is; run verify", order);
        }
        aside.put(order, now.plus(ASIDE));
    }

    private List<Long> claim(String table, Instant now) {
        return jdbc.sql(CLAIM.formatted(table))
                .param("district", directories.district())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("aside", aside.keySet().toArray(Long[]::new))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
