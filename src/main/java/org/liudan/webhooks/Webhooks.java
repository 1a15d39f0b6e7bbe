package org.liudan.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.orders.stream.EventStream;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhooks of all programs: their addresses, and the position up to which events were delivered. */
@Component
public class Webhooks {

    /** After this many failures in a row, the webhook is paused until an administrator resumes it. */
    static final int MAX_FAILURES = 12;
    /** How long a process owns a webhook that it has claimed. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration MAX_RETRY_DELAY = Duration.ofHours(1);

    private static final String INSERT = """
            insert into webhook (district_id, program, url, secret, made_at, position, order_id, number, next_at)
            values (:district, :program, :url, :secret, :now, :position, :order, :number, :now)
            returning id
            """;
    private static final String DELETE = """
            delete from webhook
            where district_id = :district and program = :program and id = :id
            """;
    private static final String CLAIM = """
            update webhook
            set next_at = :until
            where district_id = :district and id = (
                select id
                from webhook
                where district_id = :district and paused_at is null
                  and (next_at <= :now or next_at > :now::timestamptz
                    + make_interval(secs => case when failures = 0 then :lease::float8 else :longest::float8 end))
                order by next_at
                limit 1
                for update skip locked
            )
            returning\s""" + Webhook.COLUMNS;
    private static final String DELIVERED = """
            update webhook
            set position = :position, order_id = :order, number = :number, failures = 0, failure = null,
                next_at = :next
            where district_id = :district and id = :id and next_at = :until
            returning\s""" + Webhook.COLUMNS;
    private static final String FAILED = """
            update webhook
            set failures = failures + 1, failure = :failure, next_at = :next,
                paused_at = case when failures + 1 >= :most then :now::timestamptz end
            where district_id = :district and id = :id and next_at = :until
            """;
    private static final String RESUME = """
            update webhook
            set paused_at = null, failures = 0, next_at = :now
            where district_id = :district and id = :id and paused_at is not null
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final EventStream events;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, Directories directories, EventStream events, Seals seals, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.events = events;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a webhook that gets events from now on.
     *
     * @param program the id of the program
     * @param secret the key of its signatures, in plain text
     * @return its id
     */
    long create(long program, String url, String secret, AuditSource by) {
        long id = position(statement(INSERT), events.now())
                .param("program", program)
                .param("url", url)
                .param("secret", seals.seal(secret))
                .param("now", now())
                .query(Long.class)
                .single();
        audit.record(by, "webhook-made", id + " " + url, true);
        return id;
    }

    /** Deletes a webhook. Returns false if the program has no such webhook. */
    boolean delete(long program, long id, AuditSource by) {
        var deleted =
                statement(DELETE).param("program", program).param("id", id).update() == 1;
        audit.record(by, "webhook-ended", String.valueOf(id), deleted);
        return deleted;
    }

    /** Resumes a paused webhook; it is due at once. */
    public void resume(long id, AuditSource by) {
        var resumed = statement(RESUME).param("id", id).param("now", now()).update() == 1;
        audit.record(by, "webhook-resumed", String.valueOf(id), resumed);
    }

    /** All webhooks of the district. */
    public List<Webhook> all() {
        return statement("select " + Webhook.COLUMNS + " from webhook where district_id = :district order by id")
                .query(Webhook::read)
                .list();
    }

    /**
     * Claims the webhook that is due longest, so that no two processes deliver the same events. A webhook whose
     * {@code next_at} is further in the future than any delay was scheduled before the clock of the machine was set back,
     * so it is claimed too. The limit is twice the longest delay, because another process may have a slightly later clock.
     */
    Optional<Webhook> claim() {
        return statement(CLAIM)
                .param("now", now())
                .param("until", now().plus(LEASE))
                .param("lease", 2 * LEASE.toSeconds())
                .param("longest", 2 * MAX_RETRY_DELAY.toSeconds())
                .query(Webhook::read)
                .optional();
    }

    /**
     * Records that events up to a position were delivered.
     *
     * @param delay after which it is due again
     * @return the webhook as it is now; empty if the lease has ended and another process has claimed it
     */
    Optional<Webhook> recordDelivery(Webhook webhook, Place place, Duration delay) {
        return position(statement(DELIVERED), place)
                .param("id", webhook.id())
                .param("until", webhook.nextAt())
                .param("next", now().plus(delay))
                .query(Webhook::read)
                .optional();
    }

    /** As {@link #recordDelivery(Webhook, Place, Duration)}, and renews the lease. */
    Optional<Webhook> recordDelivery(Webhook webhook, Place place) {
        return recordDelivery(webhook, place, LEASE);
    }

    /** Records a failed attempt. The delay before the next attempt grows; after too many failures the webhook is paused. */
    void recordFailure(Webhook webhook, String failure) {
        statement(FAILED)
                .param("id", webhook.id())
                .param("until", webhook.nextAt())
                .param("failure", failure.length() > 200 ? failure.substring(0, 200) : failure)
                .param("most", MAX_FAILURES)
                .param("now", now())
                .param("next", now().plus(retryDelay(webhook.failures())))
                .update();
    }

    /** 5 seconds after the first failure, twice as long after each further one, at most an hour. */
    static Duration retryDelay(int failures) {
        var delay = Duration.ofSeconds(5L << Math.min(failures, 12));
        return delay.compareTo(MAX_RETRY_DELAY) > 0 ? MAX_RETRY_DELAY : delay;
    }

    private static JdbcClient.StatementSpec position(JdbcClient.StatementSpec statement, Place place) {
        return statement
                .param("position", place.position())
                .param("order", place.order())
                .param("number", place.number());
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
