package org.liudan.orders.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.OrderMessage;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries letters between orders, each exactly once and those of one sender in their order: a letter goes in the
 * transaction that writes what comes of it. What can't be delivered stays and is tried again, later each time. A machine's
 * clock that is put back delays none: what was never tried is always due, and nothing waits longer than the longest time.
 */
final class OrderMessages {

    private static final Logger LOG = LoggerFactory.getLogger(OrderMessages.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String NEXT = """
            select id, order_id as "from", body
            from order_message
            where district_id = :district and order_id = :from and (tries = 0 or at <= :now or at > :now::timestamptz + make_interval(secs => :longest::float8))
            order by id
            limit 1
            """;
    private static final String TAKE = "delete from order_message where district_id = :district and id = :id";
    private static final String ENCLOSE = """
            insert into order_attachment (district_id, order_id, id, name, type, bytes, content, preview, stored_at)
            select district_id, :to, id, name, type, bytes, content, preview, stored_at
            from order_attachment
            where district_id = :district and order_id = :from and id = any(:files)
              and exists (select from orders where district_id = :district and id = :to)
            on conflict do nothing
            """;
    private static final String WAITING = """
            select distinct order_id
            from order_message
            where district_id = :district and (tries = 0 or at <= :now or at > :now::timestamptz + make_interval(secs => :longest::float8))
            limit 100
            """;
    private static final String KEEP = """
            update order_message
            set tries = tries + 1, failure = :failure,
                at = :now + least(interval '1 second' * power(2, tries + 1), make_interval(secs => :longest))
            where district_id = :district and id = :id
            """;

    private record Waiting(long id, long from, String body) {}

    /** Does what a letter asks for. */
    interface Reader {
        void read(int district, long from, OrderMessage letter);
    }

    /** Makes the post that a desk's letters go by. */
    @Component
    record Office(JdbcClient jdbc, PlatformTransactionManager transactions) {

        OrderMessages at(Clock clock, Reader reader) {
            return new OrderMessages(jdbc, transactions, clock, reader);
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Reader reader;

    private OrderMessages(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, Reader reader) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.reader = reader;
    }

    /** Delivers what an order has sent, and what comes of that. */
    void deliver(int district, long from) {
        for (var next = next(district, from); next.isPresent(); next = next(district, from)) {
            if (!deliver(district, next.get())) {
                return;
            }
        }
    }

    /** Delivers everything that lies about. Answers how many orders had sent something. */
    int deliverAll(int district) {
        int senders = 0;
        for (var waiting = waiting(district); !waiting.isEmpty(); waiting = waiting(district)) {
            waiting.forEach(from -> deliver(district, from));
            senders += waiting.size();
        }
        return senders;
    }

    private boolean deliver(int district, Waiting waiting) {
        var letter = OrderJson.letter(waiting.body());
        try {
            transaction.executeWithoutResult(status -> {
                int taken = jdbc.sql(TAKE)
                        .param("district", district)
                        .param("id", waiting.id())
                        .update();
                if (taken == 1) {
                    // many write to one at once when a call goes out to all: better wait than race
                    jdbc.sql("select pg_advisory_xact_lock(:district, hashint8(:to))")
                            .param("district", district)
                            .param("to", letter.to())
                            .query(row -> {});
                    reader.read(district, waiting.from(), letter);
                    enclose(district, waiting.from(), letter);
                }
            });
        } catch (RuntimeException broken) {
            LOG.error("Order {}: its letter to order {} can't be delivered now", waiting.from(), letter.to(), broken);
            keep(district, waiting, broken);
            return false;
        }
        deliver(district, letter.to());
        return true;
    }

    /** The files that a letter gives go with it, so that what is uploaded once is used by all. */
    private void enclose(int district, long from, OrderMessage letter) {
        var answers = letter instanceof OrderMessage.Raise raise
                ? raise.answers()
                : letter instanceof OrderMessage.Act act ? act.answers() : Map.<String, Object>of();
        var files = answers.values().stream()
                .filter(List.class::isInstance)
                .flatMap(several -> ((List<?>) several).stream())
                .map(Object::toString)
                .toArray(String[]::new);
        if (files.length > 0) {
            jdbc.sql(ENCLOSE)
                    .param("district", district)
                    .param("from", from)
                    .param("to", letter.to())
                    .param("files", files)
                    .update();
        }
    }

    private void keep(int district, Waiting waiting, RuntimeException broken) {
        jdbc.sql(KEEP)
                .param("district", district)
                .param("id", waiting.id())
                .param("failure", String.valueOf(broken))
                .param("now", OrderColumns.utc(now()))
                .param("longest", LONGEST.toSeconds())
                .update();
    }

    private Optional<Waiting> next(int district, long from) {
        return jdbc.sql(NEXT)
                .param("district", district)
                .param("from", from)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("longest", LONGEST.toSeconds())
                .query(Waiting.class)
                .optional();
    }

    private List<Long> waiting(int district) {
        return jdbc.sql(WAITING)
                .param("district", district)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("longest", LONGEST.toSeconds())
                .query(Long.class)
                .list();
    }

    private Instant now() {
        return clock.instant();
    }
}
