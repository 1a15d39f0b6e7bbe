package org.liudan.faults;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is found afterwards: whether all that was acknowledged is there, once, and nothing is there by half. */
record Aftermath(JdbcClient jdbc) {

    static final String SOUND = "sound";

    private static final String REQUESTS = """
            select request, order_id, number
            from order_event
            where request like 'program%'
            """;
    /** Everybody lives the same life, so everybody has had the same notices and clocks. */
    private static final String KINDS_OF_LIVES = """
            select count(*)
            from (
                select distinct
                    (select count(*) from order_event e where e.district_id = o.district_id and e.order_id = o.id),
                    (select count(*) from outbox b where b.district_id = o.district_id and b.order_id = o.id),
                    (select string_agg(clock || run || (ended_at is null), ' ' order by clock, run)
                     from order_clock c where c.district_id = o.district_id and c.order_id = o.id),
                    o.closed is null
                from orders o
                where o.id = any(:orders)
            ) kinds
            """;

    private static final String TOLD_TWICE = """
            select count(*)
            from (
                select 1
                from outbox
                where order_id = any(:orders)
                group by order_id, number, action, unit, post
                having count(*) > 1
            ) twice
            """;
    private static final String RUNG = "select count(*) from order_event where action like 'clock-%'";
    private static final String RUNG_TWICE = """
            select count(*)
            from (
                select 1
                from order_event
                where action like 'clock-%'
                group by order_id, action, body::json ->> 'changes'
                having count(*) > 1
            ) twice
            """;
    private static final String LETTERS = "select count(*) from order_message";

    private record Done(long order, int number) {}

    static Aftermath on(String url, String password) {
        return new Aftermath(JdbcClient.create(new DriverManagerDataSource(url, "postgres", password)));
    }

    /** How many events clocks have made. */
    long rung() {
        return count(RUNG);
    }

    /** How many of them are there twice. */
    long rungTwice() {
        return count(RUNG_TWICE);
    }

    /** One line that begins with {@link #SOUND} if nothing is wrong. */
    String of(Collection<Life> lives) throws InterruptedException {
        var twice = new HashSet<String>();
        var there = there(twice);
        var known = new HashSet<String>();
        long missing = 0;
        long astray = 0;
        for (var life : lives) {
            int number = 0;
            known.addAll(life.keys());
            for (var key : life.keys()) {
                var done = there.get(key);
                if (done == null) {
                    missing++;
                } else if (done.order() != life.order() || done.number() <= number) {
                    astray++;
                } else {
                    number = done.number();
                }
            }
        }
        long unasked =
                there.keySet().stream().filter(key -> !known.contains(key)).count();
        var orders = lives.stream().map(Life::order).toArray(Long[]::new);
        long kinds = jdbc.sql(KINDS_OF_LIVES)
                .param("orders", orders)
                .query(Long.class)
                .single();
        long toldTwice =
                jdbc.sql(TOLD_TWICE).param("orders", orders).query(Long.class).single();
        long letters = letters();
        var sound = missing + astray + unasked + toldTwice + letters + twice.size() == 0 && kinds == 1;
        return ("%s: %d orders, %d acknowledged, %d of them missing, %d doubled, %d in the wrong place, %d done that nobody"
                        + " knows of; kinds of lives by events, notices and clocks: %d; notices twice: %d; letters lying: %d")
                .formatted(
                        sound ? SOUND : "WRONG",
                        lives.size(),
                        known.size(),
                        missing,
                        twice.size(),
                        astray,
                        unasked,
                        kinds,
                        toldTwice,
                        letters);
    }

    /** How much of what was acknowledged is not there. */
    long missing(Collection<Life> lives) {
        var there = there(new HashSet<>());
        return lives.stream()
                .flatMap(life -> life.keys().stream())
                .filter(key -> !there.containsKey(key))
                .count();
    }

    private Map<String, Done> there(Collection<String> twice) {
        var there = new HashMap<String, Done>();
        jdbc.sql(REQUESTS).query(row -> {
            var request = row.getString("request");
            var key = request.substring(request.lastIndexOf(':') + 1);
            if (there.put(key, new Done(row.getLong("order_id"), row.getInt("number"))) != null) {
                twice.add(key);
            }
        });
        return there;
    }

    /** Those still lying after the post had time to carry them. */
    private long letters() throws InterruptedException {
        for (int second = 0; second < 40 && count(LETTERS) > 0; second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        return count(LETTERS);
    }

    /** How many orders have a clock that has rung by now, if now is so many seconds later than it is. */
    long due(long later) {
        return count("select count(*) from orders where alarm_at <= now() + interval '" + later + " seconds'");
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
