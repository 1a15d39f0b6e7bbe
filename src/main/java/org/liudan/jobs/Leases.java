package org.liudan.jobs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.liudan.organisation.Directories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
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
    /** {@link Backoff#after} in SQL. */
    private static final String RETRY =
            ":now::timestamptz + make_interval(secs => least(:first * power(2, least(%s, :doublings)), :most)::float8)";

    private static final String HELD =
            " where district_id = :district and kind = :kind and key = :key and holder = :holder";
    private static final String RENEW =
            "update job_lease set leased_until = :until, failures = 0, failure = null, retry_at = null" + HELD;
    private static final String RELEASE = "delete from job_lease" + HELD;
    private static final String FAIL = """
            update job_lease
            set holder = null, leased_until = null, failures = failures + 1, failure = :failure, retry_at = %s
            """.formatted(RETRY.formatted("failures")) + HELD + " returning failures";
    private static final String DEFER = """
            insert into job_lease as l (district_id, kind, key, failures, failure, retry_at)
            values (:district, :kind, :key, 1, :failure, :now::timestamptz + make_interval(secs => :first::float8))
            on conflict (district_id, kind, key) do update
            set failures = l.failures + 1, failure = excluded.failure,
                retry_at = %s
            """.formatted(RETRY.formatted("l.failures"));
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

    /** What is done under a lease; it may renew it, and has to stop when that fails. */
    public interface Work<E extends Exception> {
        void run(Lease lease) throws E;
    }

    /**
     * Does some work under a lease, which ends with it. Work that fails is tried again later.
     *
     * @return false when another process works on it, or when it waits after a failure
     * @throws E what the work throws
     */
    public <E extends Exception> boolean work(LeaseKind kind, String key, Work<E> work) throws E {
        var lease = claim(kind, key);
        if (lease.isEmpty()) {
            return false;
        }
        boolean done = false;
        try {
            work.run(lease.get());
            release(lease.get());
            done = true;
        } finally {
            if (!done) {
                failQuietly(lease.get());
            }
        }
        return true;
    }

    /** Where the database is away too, the lease ends by its time. */
    private void failQuietly(Lease lease) {
        try {
            fail(lease, "The work failed, see the log");
        } catch (RuntimeException away) {
            LOG.debug("The lease on {} {} ends by its time", lease.kind().name(), lease.key(), away);
        }
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

    /**
     * Makes a lease last as long again after some progress, which ends a row of failures.
     *
     * @return false when another process has taken over, which then goes on with the work
     */
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

    /**
     * The work failed and is tried again later.
     *
     * @return how often it has failed in a row; 0 when another process has taken over
     */
    public int fail(Lease lease, String failure) {
        return failed(held(FAIL, lease), lease.kind(), failure)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Work that needs no lease, because its transaction locks it, failed and is tried again later. */
    public void defer(LeaseKind kind, String key, String failure) {
        failed(jdbc.sql(DEFER), kind, failure)
                .param("district", directories.district())
                .param("kind", kind.name())
                .param("key", key)
                .update();
    }

    /** Forgets that work failed: it is tried again at once. */
    public void forget(LeaseKind kind, String key) {
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

    private JdbcClient.StatementSpec failed(JdbcClient.StatementSpec statement, LeaseKind kind, String failure) {
        return statement
                .param("failure", shortened(failure))
                .param("now", now())
                .param("doublings", Backoff.MOST_DOUBLINGS)
                .param("first", (double) kind.backoff().first().toSeconds())
                .param("most", (double) kind.backoff().longest().toSeconds());
    }

    private static String shortened(String failure) {
        return failure.length() > LONGEST_FAILURE ? failure.substring(0, LONGEST_FAILURE) : failure;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
