package org.liudan.orders.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.OrderMessage;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.orders.store.OrderJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers messages between orders, each exactly once and those of one sender in the order in which they were sent. A message
 * is deleted in the transaction that writes what it causes. When one can't be delivered, all later messages of its sender
 * wait until it is.
 */
final class OrderMessages {

    private static final Logger LOG = LoggerFactory.getLogger(OrderMessages.class);

    /** The senders, by their ids, whose first message could not be delivered. */
    static final LeaseKind SENDERS = new LeaseKind(
            "messages", Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10)));

    private static final String SENDER_IS_FREE = Leases.free("m.order_id::text");

    private static final String NEXT = """
            select m.id, m.order_id as sender, m.body, exists (
                select
                from job_lease f
                where f.district_id = :district and f.kind = :kind and f.key = m.order_id::text) as deferred
            from order_message m
            where m.district_id = :district and m.order_id = :sender and %s
            order by m.id
            limit 1
            """.formatted(SENDER_IS_FREE);
    private static final String TAKE = "delete from order_message where district_id = :district and id = :id";
    private static final String COPY_ATTACHMENTS = """
            insert into order_attachment (district_id, order_id, id, name, type, bytes, content, preview, stored_at)
            select district_id, :receiver, id, name, type, bytes, content, preview, stored_at
            from order_attachment
            where district_id = :district and order_id = :sender and id = any(:files)
              and exists (select from orders where district_id = :district and id = :receiver)
            on conflict do nothing
            """;
    private static final String UNDELIVERED = """
            select distinct m.order_id
            from order_message m
            where m.district_id = :district and %s
            limit 100
            """.formatted(SENDER_IS_FREE);

    /** @param deferred true when it could not be delivered before */
    private record Stored(long id, long sender, String body, boolean deferred) {}

    /** Does what a message asks for. */
    interface Receiver {
        void receive(int district, long sender, OrderMessage message);
    }

    /** Makes the delivery of a desk's messages. */
    @Component
    record Factory(JdbcClient jdbc, Leases leases, PlatformTransactionManager transactions) {

        OrderMessages deliveredTo(Receiver receiver) {
            return new OrderMessages(jdbc, leases, transactions, receiver);
        }
    }

    private final JdbcClient jdbc;
    private final Leases leases;
    private final TransactionTemplate transaction;
    private final Receiver receiver;

    private OrderMessages(JdbcClient jdbc, Leases leases, PlatformTransactionManager transactions, Receiver receiver) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.transaction = new TransactionTemplate(transactions);
        this.receiver = receiver;
    }

    /** Delivers what an order has sent, and what its receivers send in turn. */
    void deliver(int district, long sender) {
        for (var next = next(sender); next.isPresent(); next = next(sender)) {
            if (!deliver(district, next.get())) {
                return;
            }
        }
    }

    /** Delivers all messages that no process has delivered yet. Returns how many orders had sent some. */
    int deliverAll(int district) {
        int count = 0;
        for (var senders = senders(); !senders.isEmpty(); senders = senders()) {
            senders.forEach(sender -> deliver(district, sender));
            count += senders.size();
        }
        return count;
    }

    private boolean deliver(int district, Stored stored) {
        var message = OrderJson.letter(stored.body());
        try {
            transaction.executeWithoutResult(status -> {
                // the row is locked until the end: a process that delivers it at the same time then finds it gone
                int taken = jdbc.sql(TAKE)
                        .param("district", district)
                        .param("id", stored.id())
                        .update();
                if (taken == 1) {
                    // thousands may write to one order at once: waiting in a queue is faster than losing races
                    jdbc.sql("select pg_advisory_xact_lock(:district, hashint8(:receiver))")
                            .param("district", district)
                            .param("receiver", message.to())
                            .query(row -> {});
                    receiver.receive(district, stored.sender(), message);
                    copyAttachments(district, stored.sender(), message);
                }
            });
        } catch (RuntimeException failure) {
            LOG.error(
                    "Order {}: its message to order {} can't be delivered now", stored.sender(), message.to(), failure);
            leases.defer(SENDERS, Long.toString(stored.sender()), String.valueOf(failure));
            return false;
        }
        if (stored.deferred()) {
            leases.forget(SENDERS, Long.toString(stored.sender()));
        }
        deliver(district, message.to());
        return true;
    }

    /** Files that a message carries go with it, so that what is uploaded once is used by all. */
    private void copyAttachments(int district, long sender, OrderMessage message) {
        var answers = message instanceof OrderMessage.Raise raise
                ? raise.answers()
                : message instanceof OrderMessage.Act act ? act.answers() : Map.<String, Object>of();
        var files = answers.values().stream()
                .filter(List.class::isInstance)
                .flatMap(several -> ((List<?>) several).stream())
                .map(Object::toString)
                .toArray(String[]::new);
        if (files.length > 0) {
            jdbc.sql(COPY_ATTACHMENTS)
                    .param("district", district)
                    .param("sender", sender)
                    .param("receiver", message.to())
                    .param("files", files)
                    .update();
        }
    }

    /** The first message of a sender; empty when there is none, or when it could not be delivered and waits. */
    private Optional<Stored> next(long sender) {
        return leases.params(jdbc.sql(NEXT), SENDERS)
                .param("sender", sender)
                .query(Stored.class)
                .optional();
    }

    private List<Long> senders() {
        return leases.params(jdbc.sql(UNDELIVERED), SENDERS).query(Long.class).list();
    }
}
