package org.liudan.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.Lease;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
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

    /** One process delivers to a webhook at a time. */
    static final LeaseKind LEASE =
            new LeaseKind("webhook", Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(5), Duration.ofHours(1)));

    private static final String INSERT = """
            insert into webhook (district_id, program, url, secret, made_at, position, order_id, number)
            values (:district, :program, :url, :secret, :now, :position, :order, :number)
            returning id
            """;
    private static final String DELETE = """
            delete from webhook
            where district_id = :district and program = :program and id = :id
            """;
    private static final String DUE = """
            select w.id
            from webhook w
            where w.district_id = :district and w.paused_at is null and %s
            order by w.id
            """.formatted(Leases.free("w.id::text"));
    private static final String ADVANCE = """
            update webhook
            set position = :position, order_id = :order, number = :number
            where district_id = :district and id = :id
            """;
    private static final String PAUSE = """
            update webhook
            set paused_at = :now
            where district_id = :district and id = :id
            """;
    private static final String RESUME = """
            update webhook
            set paused_at = null
            where district_id = :district and id = :id and paused_at is not null
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final EventStream events;
    private final Leases leases;
    private final Seals seals;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            JdbcClient jdbc,
            Directories directories,
            EventStream events,
            Leases leases,
            Seals seals,
            Audit audit,
            Clock clock) {
        this.leases = leases;
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
        var resumed = statement(RESUME).param("id", id).update() == 1;
        leases.forget(LEASE, String.valueOf(id));
        audit.record(by, "webhook-resumed", String.valueOf(id), resumed);
    }

    /** All webhooks of the district. */
    public List<Webhook> all() {
        return statement(Webhook.SELECT + "order by w.id").query(Webhook::read).list();
    }

    /** The ids of the webhooks to which nobody delivers now and which don't wait after a failure. */
    List<Long> due() {
        return leases.params(jdbc.sql(DUE), LEASE).query(Long.class).list();
    }

    /** A webhook that is not paused. */
    Optional<Webhook> findActive(long id) {
        return statement(Webhook.SELECT + "and w.id = :id and w.paused_at is null")
                .param("id", id)
                .query(Webhook::read)
                .optional();
    }

    /** Records that all events up to a position were delivered. Returns false if another process has taken over. */
    boolean recordDelivery(Lease lease, long id, Place place) {
        return leases.renew(lease)
                && position(statement(ADVANCE), place).param("id", id).update() == 1;
    }

    /** Records a failed attempt. The delay before the next attempt grows; after too many failures the webhook is paused. */
    void recordFailure(Lease lease, long id, String failure) {
        if (leases.fail(lease, failure) >= MAX_FAILURES) {
            statement(PAUSE).param("id", id).param("now", now()).update();
        }
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
