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
 * Fills a district with the orders of three years, for measurements. The ids of a day follow those of the day before. Each order is
 * a copy of a sample order that went through the order desk, with all rows that the desk would have written: events with their hash
 * chain, clocks, tracking codes. They are written by {@code copy}, some thousand at a time, while the indexes are dropped. An
 * interrupted run can be continued: the new days follow the existing ones, and a table remembers the dropped indexes.
 */
public final class Growth {

    static final int DAYS = 3 * 365;
    private static final int UNFINISHED = 10;
    private static final int BATCH = 2_000;
    private static final int WORKERS = 2;
    private static final int MIN_TO_DROP_INDEXES = 20_000;
    private static final String HAN = "东西南北中金木水火土山川河桥新老上下大小长青红白龙凤松竹梅兰桂柳杨桃李云霞星月明光";

    private final OrderStore store;
    private final Seals seals;
    private final Rulebook rulebook;
    private final Directories directories;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final FigureCounter figureCounter;
    private final Instant now;
    private final List<OrderStory> closed;
    private final List<OrderStory> open;
    private final OrderStories samples;
    private final DroppedIndexes indexes;
    private Instant since = Instant.MIN;

    /** The events of one order of many. */
    private interface EventSource {
        List<String> events(int at, Random random);
    }

    private Growth(ApplicationContext context, int stories) {
        this.store = context.getBean(OrderStore.class);
        this.seals = context.getBean(Seals.class);
        this.rulebook = context.getBean(Rulebook.class);
        this.directories = context.getBean(Directories.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.figureCounter = context.getBean(FigureCounter.class);
        this.indexes = new DroppedIndexes(jdbc);
        this.dataSource = context.getBean(HikariDataSource.class);
        this.samples = new OrderStories(context.getBean(Play.class), directories.current());
        this.closed = stories(samples.closed(stories));
        this.open = stories(samples.open(Math.max(6, stories / 4)));
        this.now = context.getBean(Clock.class).instant();
    }

    /** Runs the sample orders that are copied later, so many of them closed. */
    public static Growth in(ApplicationContext context, int stories) {
        return new Growth(context, stories);
    }

    /** Writes events only for the orders of the last so many days, for measurements that read orders only. */
    public Growth withEventsOf(int days) {
        since = now.minus(Duration.ofDays(days));
        return this;
    }

    /** Adds orders until there are so many, and waits until all data is written to the disk. */
    public void upTo(int orders) throws Exception {
        int existing =
                jdbc.sql("select count(*) from orders").query(Integer.class).single();
        if (existing < orders || indexes.exist()) {
            after(existing, Math.max(0, orders - existing));
            jdbc.sql("checkpoint").update();
            if (new ProcessBuilder("sync").inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("sync failed");
            }
        }
    }

    /** Adds orders of three years. Returns their first and last id. */
    public long[] by(int orders) throws Exception {
        return after(0, orders);
    }

    /** Adds the orders that follow on so many existing ones. */
    private long[] after(int existing, int orders) throws Exception {
        return add(orders, (at, random) -> {
            long day = ((long) existing + at) * DAYS / (existing + orders);
            var stories = DAYS - day <= UNFINISHED && random.nextInt(10) > 1 ? open : closed;
            var story = stories.get(random.nextInt(stories.size()));
            var wanted = now.minus(Duration.ofDays(DAYS - 1 - day));
            long later = Math.floorDiv(Duration.between(story.raised(), wanted).toSeconds(), 86_400L) * 86_400;
            return story.bodies(copyValues(later, random));
        });
    }

    /**
     * Adds open orders that were raised on the morning of 16 November, each with one running clock. Returns their first and last
     * id.
     *
     * @param every of so many orders, one has a clock that is due on the same day at 17:30; the others have days
     */
    public long[] running(int orders, int every) throws Exception {
        var due = stories(samples.waiting(24, 1));
        var later = stories(samples.waiting(24, 5));
        return add(orders, (at, random) -> {
            var stories = at % every == 0 ? due : later;
            return stories.get(random.nextInt(stories.size())).bodies(copyValues(0, random));
        });
    }

    private long[] add(int orders, EventSource source) throws Exception {
        long first = reserve(orders);
        var createIndexes = indexes.drop(orders >= MIN_TO_DROP_INDEXES);
        var pool = Executors.newFixedThreadPool(WORKERS);
        var slots = new Semaphore(2 * WORKERS);
        try {
            var batches = new ArrayList<java.util.concurrent.Future<?>>();
            for (int from = 0; from < orders; from += BATCH) {
                int begin = from;
                slots.acquire();
                batches.add(pool.submit((Callable<Boolean>) () -> {
                    try {
                        return write(first, begin, Math.min(orders, begin + BATCH), source);
                    } finally {
                        slots.release();
                    }
                }));
                await(batches, 2 * WORKERS);
            }
            await(batches, 0);
            // two indexes of one table share the reads of the table
            createIndexes.forEach(
                    sql -> batches.add(pool.submit(() -> jdbc.sql(sql).update())));
            await(batches, 0);
        } finally {
            pool.shutdownNow();
        }
        indexes.forget();
        figureCounter.anew();
        jdbc.sql("vacuum analyze").update();
        return new long[] {first, first + orders - 1};
    }

    /** Waits until only so many batches are left. Throws as soon as one has failed. */
    private static void await(List<java.util.concurrent.Future<?>> batches, int left)
            throws InterruptedException, ExecutionException {
        while (batches.size() > left) {
            batches.remove(0).get();
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

    private boolean write(long first, int from, int to, EventSource source) throws Exception {
        var rows = new GrowthRows(store, rulebook, directories.current(), since);
        for (int at = from; at < to; at++) {
            var random = new Random(first + at);
            rows.add(first + at, source.events(at, random), random);
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            rows.copy(connection);
            connection.commit();
        }
        return true;
    }

    private OrderStory.CopyValues copyValues(long later, Random random) {
        var place = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            place.append(HAN.charAt(random.nextInt(HAN.length())));
        }
        return new OrderStory.CopyValues(
                later,
                place.append("里").toString(),
                String.format(
                        Locale.ROOT, "%.5f,%.5f", 109.8 + 0.4 * random.nextDouble(), 27.0 + 0.3 * random.nextDouble()),
                seals.seal("199" + (10_000_000 + random.nextInt(90_000_000))));
    }
}
