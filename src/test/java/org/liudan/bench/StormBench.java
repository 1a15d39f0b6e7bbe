package org.liudan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liudan.figures.FigureCounter;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.verification.Verification;
import org.liudan.settings.Calendars;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contacts of the worst day that is known – 276,827 in New York on a day of 2011 – in one hour, half of them about the
 * same thing, while people work at their desks. Run with {@code ./mvnw -Pbench verify -Dtest=StormBench}; {@code -Dbench.seconds}
 * takes as many a second for a shorter time, {@code -Dbench.pace} all of them so many times as fast.
 */
@DistrictTest
class StormBench {

    private static final int CONTACTS = 276_827;
    private static final int HOUR = 3_600;
    private static final int SECONDS = Integer.getInteger("bench.seconds", HOUR);
    private static final double PACE = Double.parseDouble(System.getProperty("bench.pace", "1"));
    private static final int CLIENTS = Integer.getInteger("bench.clients", 32);
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private static final String TOPIC = "整个萝卜湾从凌晨三点起停水，到现在一滴水都没有，物业电话打不通，家里有老人和小孩，什么时候能来水";
    private static final List<String> OTHERS = List.of(
            "路灯坏了三个晚上了，老人家晚上下楼要打手电筒",
            "下水道堵了，一楼厨房反水，味道很大",
            "电梯这个月停了四次，有老人困在里面半个小时",
            "楼上装修从早上六点敲到晚上十点，物业说管不了",
            "小区门口占道停车，救护车昨天都没开进来",
            "烧烤店油烟直接排到居民楼里，晚上两点还在吵");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Calendars calendars;

    @Autowired
    Verification verification;

    @Autowired
    FigureCounter counting;

    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void contacts_of_the_worst_day_in_an_hour() throws Exception {
        var token = ApiLife.tokens(port).get(ApiLife.CLERK);
        int contacts = (int) ((long) CONTACTS * SECONDS / HOUR);
        var over = new AtomicBoolean();
        var times = new ArrayList<Look>();
        var pool = Executors.newFixedThreadPool(CLIENTS + 1);
        long started = System.nanoTime();
        try {
            var desk = pool.submit(() -> look(over, times));
            var clients = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(pool.submit((Callable<Integer>) () -> raise(token, contacts, started, over)));
            }
            int acknowledged = 0;
            for (var client : clients) {
                acknowledged += client.get();
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            over.set(true);
            desk.get();
            report(contacts, acknowledged, seconds, times);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Sends contacts at their times, or as soon as can be when it is behind, until all are sent or a page has failed; answers how many were
     * acknowledged.
     */
    private int raise(String token, int contacts, long started, AtomicBoolean over) throws IOException {
        int acknowledged = 0;
        try (var wire = new BenchWire(port)) {
            for (int contact = sent.getAndIncrement();
                    contact < contacts && !over.get();
                    contact = sent.getAndIncrement()) {
                long due = started + (long) (contact * 1e9 * HOUR / CONTACTS / PACE);
                LockSupport.parkNanos(due - System.nanoTime());
                var answer = wire.post("/api/v1/orders", token, "Prefer: return=minimal\r\n", contact(contact));
                if (answer.status() != 201) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
                acknowledged++;
            }
        }
        return acknowledged;
    }

    private static String contact(int number) {
        var lots = new Random(number);
        var text = number % 2 == 0 ? TOPIC : OTHERS.get(lots.nextInt(OTHERS.size()));
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "method",
                        "six-orders",
                        "action",
                        "register",
                        "answers",
                        Map.of(
                                "channel",
                                "phone",
                                "happened",
                                "2026-11-16",
                                "content",
                                text + "，" + UUID.randomUUID().toString().substring(0, 8),
                                "region",
                                District.COMMUNITY,
                                "person",
                                "某先生",
                                "phone",
                                "199" + (10_000_000 + number))));
    }

    /** A page that was looked at, and how long that took in milliseconds. */
    private record Look(String page, double millis) {}

    /** What people at their desks do meanwhile: twice a second one of them looks at a page. */
    private boolean look(AtomicBoolean over, List<Look> times) {
        try {
            return lookOn(over, times);
        } finally {
            over.set(true);
        }
    }

    private boolean lookOn(AtomicBoolean over, List<Look> times) {
        var pages = List.of("/desk", "/desk?tab=todo&sort=new", "/ledger", "/figures", "/notices");
        var people = List.of(
                new Browser(port).as("community"), new Browser(port).as("street"), new Browser(port).as("inspector"));
        for (int at = 0; !over.get(); at++) {
            var page = pages.get(at % pages.size());
            long before = System.nanoTime();
            var answer = people.get(at % people.size()).get(page);
            if (answer.status() != 200) {
                throw new IllegalStateException(page + ": " + answer.status());
            }
            times.add(new Look(page, (System.nanoTime() - before) / 1e6));
            LockSupport.parkNanos(EVERY - (System.nanoTime() - before));
        }
        return true;
    }

    private void report(int contacts, int acknowledged, double seconds, List<Look> times) {
        long stored = jdbc.sql("select count(*) from orders").query(Long.class).single();
        System.out.printf(
                Locale.ROOT,
                "%n%d contacts in %.0f s: %d acknowledged, %d stored%n",
                contacts,
                seconds,
                acknowledged,
                stored);
        var looks = times.stream().skip(10).toList();
        report("pages meanwhile", looks);
        report("the first tenth of them", looks.subList(0, looks.size() / 10));
        report("the last tenth of them", looks.subList(looks.size() * 9 / 10, looks.size()));
        looks.stream().collect(Collectors.groupingBy(Look::page)).forEach(StormBench::report);
        System.out.printf("offered for merging with one of them: %d%n", offered());
        var verified = verification.verify();
        System.out.printf(
                "verified %d with %d events: %d differences; cells of figures that differ: %d%n",
                verified.orders(), verified.events(), verified.found(), counting.differing());
        if (acknowledged != contacts || stored < contacts || !verified.sound()) {
            throw new IllegalStateException("Something was lost");
        }
    }

    private static void report(String what, List<Look> looks) {
        var sorted = looks.stream().mapToDouble(Look::millis).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d, median %.0f ms, p99 %.0f ms, longest %.0f ms; over 500 ms: %d%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1],
                Arrays.stream(sorted).filter(millis -> millis > 500).count());
    }

    /** How many of the same thing the clerk is shown who is about to merge one. */
    private int offered() {
        var row = jdbc.sql("""
                        select id, raised_at
                        from orders
                        where title like :title
                        order by id desc
                        limit 1
                        """)
                .param("title", TOPIC.substring(0, 10) + "%")
                .query((one, number) -> OrderNumber.of(
                        one.getLong("id"),
                        one.getObject("raised_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        calendars.current()))
                .single();
        var clerk = new Browser(port).as("community");
        var street = new Browser(port).as("street");
        clerk.post(
                "/orders/" + row + "/actions/report",
                "reasonable",
                "urgent",
                "category",
                "infrastructure.streetlight",
                "request",
                UUID.randomUUID().toString());
        street.post(
                "/orders/" + row + "/actions/sign", "request", UUID.randomUUID().toString());
        var page = street.get("/orders/" + row + "?do=merge");
        return page.body().split("data-do=\"fill\"", -1).length - 1;
    }
}
