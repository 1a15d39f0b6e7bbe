package org.liudan.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shares work among processes: each piece is leased by one of them at a time, and waits after a failure, longer each time.
 *
 * <p>A machine's clock that is put back never stops work: a lease or a wait that would last twice as long as any does counts
 * as over.
 */
@Component
public class Leases {

    private static final int LONGEST_FAILURE = 200;

    /** {@code until} lies ahead, but not further than it can. */
    private static final String AHEAD =
            "(%1$s > :now and %1$s <= :now::timestamptz + make_interval(secs => :%2$s::float8))";

    private static final String BUSY = AHEAD.formatted("l.leased_until", "lease");
    private static final String WAITING = AHEAD.formatted("l.retry_at", "longest");

    private static final String CLAIM = """
            insert into job_lease as l (district_id, kind, key, holder, leased_until)
            values (:district, :kind, :key, :holder, :until)
            on conflict (district_id, kind, key) do update
            set holder = excluded.holder, leased_until = excluded.leased_until
            where %s is not true and %s is not true
            returning failures
            """.formatted(BUSY, WAITING);
    private static final String HELD =
            " where district_id = :district and kind = :kind and key = :key and holder = :holder";
    private static final String RENEW = "update job_lease set leased_until = :until" + HELD;
    private static final String RELEASE = "delete from job_lease" + HELD;
    private static final String FAIL = """
            update job_lease
            set holder = null, leased_until = null, failures = failures + 1, failure = :failure, retry_at = :retry
            """ + HELD;
    private static final String FORGET = """
            delete from job_lease as l
            where l.district_id = :district and l.kind = :kind and l.key = :key and l.holder is null
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    Leases(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * A condition that nobody works on a key of a kind, and that it does not wait after a failure; for statements that look for
     * work. The statement gets {@link #params}.
     *
     * @param key an SQL expression of type text
     */
    public static String free(String key) {
        return """
                not exists (
                    select
                    from job_lease l
                    where l.district_id = :district and l.kind = :kind and l.key = %s and (%s or %s))
                """.formatted(key, BUSY, WAITING);
    }

    /** Gives a statement the parameters of {@link #free}: {@code district}, {@code kind}, {@code now} and the durations. */
    public JdbcClient.StatementSpec params(JdbcClient.StatementSpec statement, LeaseKind kind) {
        return statement
                .param("district", directories.district())
                .param("kind", kind.name())
                .param("now", now())
                .param("lease", 2 * kind.duration().toSeconds())
                .param("longest", 2 * kind.backoff().longest().toSeconds());
    }

    /** Leases something; empty when another process works on it, or when it waits after a failure. */
    public Optional<Lease> claim(LeaseKind kind, String key) {
        var holder = UUID.randomUUID();
        return params(jdbc.sql(CLAIM), kind)
                .param("key", key)
                .param("holder", holder)
                .param("until", now().plus(kind.duration()))
                .query((row, number) -> new Lease(kind, key, holder, row.getInt("failures")))
                .optional();
    }

    /** Makes a lease last as long again; false when another process has taken over, which then goes on with the work. */
    public boolean renew(Lease lease) {
        return held(RENEW, lease)
                        .param("until", now().plus(lease.kind().duration()))
                        .update()
                == 1;
    }

    /** The work is done. */
    public void release(Lease lease) {
        held(RELEASE, lease).update();
    }

    /** The work failed and is tried again later. */
    public void fail(Lease lease, String failure) {
        Duration wait = lease.kind().backoff().after(lease.failures() + 1);
        held(FAIL, lease)
                .param("failure", failure.length() > LONGEST_FAILURE ? failure.substring(0, LONGEST_FAILURE) : failure)
                .param("retry", now().plus(wait))
                .update();
    }

    /** Work that waits after a failure is tried again at once. */
    public void retryNow(LeaseKind kind, String key) {
        jdbc.sql(FORGET)
                .param("district", directories.district())
                .param("kind", kind.name())
                .param("key", key)
                .update();
    }

    private JdbcClient.StatementSpec held(String sql, Lease lease) {
        return jdbc.sql(sql)
                .param("district", directories.district())
                .param("kind", lease.kind().name())
                .param("key", lease.key())
                .param("holder", lease.holder());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
