package org.liudan.batches;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.organisation.Directories;
import org.liudan.web.ReasonJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores batches and the result of each of their orders. */
@Component
class BatchStore {

    /** The number of items that are listed; those that were not done come first. */
    private static final int MAX_SHOWN = 300;

    private static final String CREATE = """
            insert into batch (district_id, method, action, answers, unit, post, account, created_at)
            values (:district, :method, :action, :answers, :unit, :post, :account, :now)
            returning id
            """;
    private static final String ADD_ORDERS = """
            insert into batch_order (district_id, batch_id, order_id)
            select :district, :batch, unnest(:orders)
            on conflict do nothing
            """;
    private static final String SELECT =
            "select id, method, action, answers, unit, post, account, created_at, finished_at from batch ";
    private static final String PENDING = """
            select order_id
            from batch_order
            where district_id = :district and batch_id = :batch and result is null
            order by order_id
            """;
    private static final String RECORD_RESULT = """
            update batch_order
            set result = :result, reasons = :reasons, done_at = :now
            where district_id = :district and batch_id = :batch and order_id = :order and result is null
            """;
    private static final String FINISH = """
            update batch
            set finished_at = :now
            where district_id = :district and id = :batch and finished_at is null
            """;
    private static final String COUNTS = """
            select coalesce(result, 'waiting') as result, count(*) as many
            from batch_order
            where district_id = :district and batch_id = :batch
            group by 1
            """;
    private static final String RESULTS = """
            select b.order_id, coalesce(o.raised_at, s.raised_at) as raised_at, coalesce(o.title, s.title) as title,
                s.id is not null as is_subject, b.result, b.reasons
            from batch_order b
            left join orders o on o.district_id = b.district_id and o.id = b.order_id
            left join subject s on s.district_id = b.district_id and s.id = b.order_id
            where b.district_id = :district and b.batch_id = :batch
            order by b.result = 'done' nulls last, b.order_id
            limit %d
            """.formatted(MAX_SHOWN);

    /**
     * The result of one order or subject; empty while it waits.
     *
     * @param isSubject true for a subject of a register, false for an order
     */
    record ItemResult(
            long order,
            Instant raisedAt,
            String title,
            boolean isSubject,
            Optional<String> result,
            List<Reason> reasons) {}

    /** One process works on a batch at a time. */
    static final LeaseKind LEASE =
            new LeaseKind("batch", Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10)));

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Directories directories;
    private final Clock clock;

    BatchStore(JdbcClient jdbc, Leases leases, Directories directories, Clock clock) {
        this.leases = leases;
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /** Stores a whole batch before its first order is processed. Returns its id. */
    @Transactional
    public long create(String method, String action, Map<String, Object> answers, Actor.Officer by, List<Long> orders) {
        long id = withDistrict(jdbc.sql(CREATE))
                .param("method", method)
                .param("action", action)
                .param("answers", BatchJson.write(answers))
                .param("unit", by.unit())
                .param("post", by.post())
                .param("account", by.person())
                .param("now", now())
                .query(Long.class)
                .single();
        withDistrict(jdbc.sql(ADD_ORDERS))
                .param("batch", id)
                .param("orders", orders.toArray(Long[]::new))
                .update();
        return id;
    }

    Optional<Batch> find(long id) {
        return withDistrict(jdbc.sql(SELECT + "where district_id = :district and id = :id"))
                .param("id", id)
                .query(BatchStore::read)
                .optional();
    }

    /** At most 20 unfinished batches that no process works on, oldest first. */
    List<Batch> unfinished() {
        return leases.params(
                        jdbc.sql(SELECT + "where district_id = :district and finished_at is null and "
                                + Leases.free("batch.id::text") + " order by id limit 20"),
                        LEASE)
                .query(BatchStore::read)
                .list();
    }

    /** The ids of the orders of a batch that have no result yet. */
    List<Long> pending(long batch) {
        return withDistrict(jdbc.sql(PENDING))
                .param("batch", batch)
                .query(Long.class)
                .list();
    }

    void recordResult(long batch, long order, String result, List<Reason> reasons) {
        withDistrict(jdbc.sql(RECORD_RESULT))
                .param("batch", batch)
                .param("order", order)
                .param("result", result)
                .param("reasons", ReasonJson.write(reasons))
                .param("now", now())
                .update();
    }

    void finish(long batch) {
        withDistrict(jdbc.sql(FINISH)).param("batch", batch).param("now", now()).update();
    }

    /** The number of orders by result; {@code waiting} counts those without a result. */
    Map<String, Long> counts(long batch) {
        var counts = new TreeMap<String, Long>();
        withDistrict(jdbc.sql(COUNTS)).param("batch", batch).query(row -> {
            counts.put(row.getString("result"), row.getLong("many"));
        });
        return counts;
    }

    List<ItemResult> results(long batch) {
        return withDistrict(jdbc.sql(RESULTS))
                .param("batch", batch)
                .query((row, number) -> new ItemResult(
                        row.getLong("order_id"),
                        instant(row, "raised_at").orElseThrow(),
                        row.getString("title"),
                        row.getBoolean("is_subject"),
                        Optional.ofNullable(row.getString("result")),
                        ReasonJson.read(row.getString("reasons"))))
                .list();
    }

    private JdbcClient.StatementSpec withDistrict(JdbcClient.StatementSpec statement) {
        return statement.param("district", directories.district());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Batch read(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("id"),
                row.getString("method"),
                new Actor.Officer(row.getString("unit"), row.getString("post"), row.getString("account")),
                row.getString("action"),
                BatchJson.answers(row.getString("answers")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "finished_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
