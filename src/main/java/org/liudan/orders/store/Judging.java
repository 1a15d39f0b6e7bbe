package org.liudan.orders.store;

import java.util.List;
import java.util.Map;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the rows of orders that were there before rows had it how their clocks judge them. */
@Component
public class Judging {

    private static final int LOT = 2_000;

    private static final String LAST = """
            select coalesce(max(id), 0)
            from (
                select id from orders where district_id = :district and id > :after order by id limit\s""" + LOT + ") as lot";
    /** So that nobody moves them on between reading their clocks and writing what these say. */
    private static final String HOLD = """
            select id from orders where district_id = :district and id > :after and id <= :last order by id for update
            """;

    private static final String JUDGE = """
            update orders o
            set breached = judged.breached,
                answered_in_time = judged.answered,
                finished_in_time = judged.finished
            from (
                select c.order_id,
                    bool_or(c.breached_at is not null) as breached,
                    nullif(bool_or(%1$s), false) and not bool_or(%1$s and c.breached_at is not null) as answered,
                    nullif(bool_or(%2$s), false) and not bool_or(%2$s and c.breached_at is not null) as finished
                from orders p
                join jsonb_to_recordset(:measures::jsonb)
                        as m (method text, version integer, answered jsonb, finished jsonb)
                    on m.method = p.method and m.version = p.method_version
                join order_clock c on c.district_id = :district and c.order_id = p.id
                where p.district_id = :district and p.id > :after and p.id <= :last
                group by c.order_id
            ) as judged
            where o.district_id = :district and o.id = judged.order_id
                and (o.breached, o.answered_in_time, o.finished_in_time)
                    is distinct from (judged.breached, judged.answered, judged.finished)
            """.formatted(by("answered"), by("finished"));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Directories directories;
    private final Rulebook rulebook;

    Judging(JdbcClient jdbc, PlatformTransactionManager transactions, Directories directories, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.directories = directories;
        this.rulebook = rulebook;
    }

    /** Judges all orders anew, some at a time. */
    public void anew() {
        var measures = JsonMapper.shared()
                .writeValueAsString(rulebook.everPublished(directories.district()).stream()
                        .map(method -> Map.of(
                                "method", method.id(),
                                "version", method.version(),
                                "answered", method.measures().getOrDefault("answered", List.of()),
                                "finished", method.measures().getOrDefault("finished", List.of())))
                        .toList());
        long after = 0;
        for (long last = last(after); last > after; last = last(after)) {
            lot(after, last, measures);
            after = last;
        }
    }

    private void lot(long after, long last, String measures) {
        transaction.executeWithoutResult(status -> {
            of(HOLD, after).param("last", last).query(Long.class).list();
            of(JUDGE, after).param("last", last).param("measures", measures).update();
        });
    }

    private long last(long after) {
        return of(LAST, after).query(Long.class).single();
    }

    private JdbcClient.StatementSpec of(String sql, long after) {
        return jdbc.sql(sql).param("district", directories.district()).param("after", after);
    }

    private static String by(String measure) {
        return "m." + measure + " @> to_jsonb(c.clock) and (c.ended_at is not null or c.breached_at is not null)";
    }
}
