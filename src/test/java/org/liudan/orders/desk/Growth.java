package org.liudan.orders.desk;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.liudan.figures.FigureCounter;
import org.liudan.orders.store.OrderStore;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.Play;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a district with the orders of three years, as many as are asked for, a day's orders with ids after those of the day
 * before. Each is a copy of one that was lived, with all its rows as the order desk would have written them: events in a
 * chain of hashes, clocks, doors. They go in by {@code copy}, some thousand at a time, while the indexes are away. What was
 * broken off is gone on with: the days follow on those that are there, and the indexes that are away are known.
 */
public final class Growth {

    static final int DAYS = 3 * 365;
    private static final int UNFINISHED = 10;
    private static final int LOT = 2_000;
    private static final int WORKERS = 2;
    private static final int FEW = 20_000;
    private static final String HAN = "东西南北中金木水火土山川河桥新老上下大小长青红白龙凤松竹梅兰桂柳杨桃李云霞星月明光";

    private static final String PUT_AWAY = """
            create table if not exists index_away (name text primary key, made text not null)
            """;
    private static final String INDEXES = """
            insert into index_away
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid in ('orders'::regclass, 'order_event'::regclass, 'order_clock'::regclass,
                    'order_tracking'::regclass, 'order_contact'::regclass, 'order_words'::regclass, 'outbox'::regclass)
                and not i.indisprimary
            on conflict do nothing
            """;

    private record Index(String name, String made) {}

    private final OrderStore store;
    private final Seals seals;
    private final Rulebook rulebook;
    private final Directories directories;
    private final JdbcClient jdbc;
    private final DataSource source;
    private final FigureCounter counting;
    private final Instant now;
    private final List<OrderStory> closed;
    private final List<OrderStory> open;
    private final OrderStories lives;
    private Instant since = Instant.MIN;

    /** The events of one order of many. */
    private interface Teller {
        List<String> events(int at, Random lots);
    }

    private Growth(ApplicationContext context, int stories) {
        this.store = context.getBean(OrderStore.class);
        this.seals = context.getBean(Seals.class);
        this.rulebook = context.getBean(Rulebook.class);
        this.directories = context.getBean(Directories.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.counting = context.getBean(FigureCounter.class);
        this.source = context.getBean(HikariDataSource.class);
        this.lives = new OrderStories(context.getBean(Play.class), directories.current());
        this.closed = stories(lives.closed(stories));
        this.open = stories(lives.open(Math.max(6, stories / 4)));
        this.now = context.getBean(Clock.class).instant();
    }

    /** Lives the stories that are told again, so many of them closed. */
    public static Growth in(ApplicationContext context, int stories) {
        return new Growth(context, stories);
    }

    /** Leaves out the events of all orders but those of the last so many days, for what reads orders only. */
    public Growth withEventsOf(int days) {
        since = now.minus(Duration.ofDays(days));
        return this;
    }

    /** Adds what is missing to so many orders, and waits until it is on the disk, not on its way there. */
    public void upTo(int orders) throws Exception {
        int there = jdbc.sql("select count(*) from orders").query(Integer.class).single();
        boolean away = jdbc.sql("select to_regclass('index_away') is not null")
                .query(Boolean.class)
                .single();
        if (there < orders || away) {
            after(there, Math.max(0, orders - there));
            jdbc.sql("checkpoint").update();
            if (new ProcessBuilder("sync").inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("sync failed");
            }
        }
    }

    /** Adds orders of three years; answers the first and the last of their ids. */
    public long[] by(int orders) throws Exception {
        return after(0, orders);
    }

    /** Adds those that are missing to three years, so many of which are there. */
    private long[] after(int there, int orders) throws Exception {
        return by(orders, (at, lots) -> {
            long day = ((long) there + at) * DAYS / (there + orders);
            var stories = DAYS - day <= UNFINISHED && lots.nextInt(10) > 1 ? open : closed;
            var story = stories.get(lots.nextInt(stories.size()));
            var wanted = now.minus(Duration.ofDays(DAYS - 1 - day));
            long later = Math.floorDiv(Duration.between(story.raised(), wanted).toSeconds(), 86_400L) * 86_400;
            return story.told(own(later, lots));
        });
    }

    /**
     * Adds open orders raised on the morning of 16 November, each with one clock that runs; answers the first and the last of
     * their ids.
     *
     * @param every how many stand beside each whose clock falls due on the same day at 17:30; the others have days
     */
    public long[] running(int orders, int every) throws Exception {
        var due = stories(lives.waiting(24, 1));
        var later = stories(lives.waiting(24, 5));
        return by(orders, (at, lots) -> {
            var stories = at % every == 0 ? due : later;
            return stories.get(lots.nextInt(stories.size())).told(own(0, lots));
        });
    }

    private long[] by(int orders, Teller teller) throws Exception {
        long first = reserve(orders);
        jdbc.sql(PUT_AWAY).update();
        if (orders >= FEW) {
            jdbc.sql(INDEXES).update();
        }
        var indexes = jdbc.sql("select name, made from index_away order by name")
                .query(Index.class)
                .list();
        indexes.forEach(
                index -> jdbc.sql("drop index if exists " + index.name()).update());
        var pool = Executors.newFixedThreadPool(WORKERS);
        var waiting = new Semaphore(2 * WORKERS);
        try {
            var lots = new ArrayList<java.util.concurrent.Future<?>>();
            for (int from = 0; from < orders; from += LOT) {
                int begin = from;
                waiting.acquire();
                lots.add(pool.submit((Callable<Boolean>) () -> {
                    try {
                        return write(first, begin, Math.min(orders, begin + LOT), teller);
                    } finally {
                        waiting.release();
                    }
                }));
                done(lots, 2 * WORKERS);
            }
            done(lots, 0);
            // two of one table read it together
            indexes.forEach(
                    index -> lots.add(pool.submit(() -> jdbc.sql(index.made()).update())));
            done(lots, 0);
        } finally {
            pool.shutdownNow();
        }
        jdbc.sql("drop table index_away").update();
        counting.anew();
        jdbc.sql("vacuum analyze").update();
        return new long[] {first, first + orders - 1};
    }

    /** Fails as soon as a lot has; only so many are left to be looked at later. */
    private static void done(List<java.util.concurrent.Future<?>> lots, int left)
            throws InterruptedException, ExecutionException {
        while (lots.size() > left) {
            lots.remove(0).get();
        }
    }

    private long reserve(int orders) {
        long first =
                jdbc.sql("select nextval('order_id') + 50").query(Long.class).single();
        jdbc.sql("select setval('order_id', :last)")
                .param("last", first + orders + 50L)
                .query(Long.class)
                .single();
        return first;
    }

    private List<OrderStory> stories(List<Long> ids) {
        return ids.stream().map(this::story).toList();
    }

    private OrderStory story(long id) {
        var bodies = jdbc.sql("select body from order_event where order_id = :id order by number")
                .param("id", id)
                .query(String.class)
                .list();
        return OrderStory.of(bodies, seals);
    }

    private boolean write(long first, int from, int to, Teller teller) throws Exception {
        var rows = new GrowthRows(store, rulebook, directories.current(), since);
        for (int at = from; at < to; at++) {
            var lots = new Random(first + at);
            rows.add(first + at, teller.events(at, lots), lots);
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            rows.copy(connection);
            connection.commit();
        }
        return true;
    }

    private OrderStory.Own own(long later, Random lots) {
        var place = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            place.append(HAN.charAt(lots.nextInt(HAN.length())));
        }
        return new OrderStory.Own(
                later,
                place.append("里").toString(),
                String.format(
                        Locale.ROOT, "%.5f,%.5f", 109.8 + 0.4 * lots.nextDouble(), 27.0 + 0.3 * lots.nextDouble()),
                seals.seal("199" + (10_000_000 + lots.nextInt(90_000_000))));
    }
}
