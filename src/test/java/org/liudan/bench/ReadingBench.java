package org.liudan.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liudan.orders.desk.Growth;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderNumber;
import org.liudan.privacy.Seals;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long pages take over many stored orders, for those who see the district, a street, and what their department has a
 * part in. Run with {@code ./mvnw -Pbench verify -Dtest=ReadingBench}; {@code -Dbench.orders} says how many. After
 * {@code -Dbench.events} says of how many days the events are loaded too: nothing but an order's own page reads them. After
 * {@code GrowthBench}, as {@code -Dtest=GrowthBench,ReadingBench} runs it, it finds them there. {@code -Dbench.only} is a
 * pattern of the pages that are asked for.
 */
@DistrictTest
class ReadingBench {

    private static final int ORDERS = Integer.getInteger("bench.orders", 1_000_000);
    private static final int EVENTS = Integer.getInteger("bench.events", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final int PAGES = 99;
    private static final List<String> ACCOUNTS = List.of("inspector", "street", "department");
    private static final Pattern NEXT = Pattern.compile("after=([\\d_]+)\"");

    /** One that all three may see, newly closed. */
    private static final String SEEN_BY_ALL = """
            select state
            from orders
            where street = :street and department = 'city-management' and closed is not null and method = 'six-orders'
            order by id desc
            limit 1
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Seals seals;

    @LocalServerPort
    int port;

    @Test
    void pages_over_many_orders() throws Exception {
        long started = System.nanoTime();
        Growth.in(context, 240).withEventsOf(EVENTS).upTo(ORDERS);
        say(
                "%n%,d orders there after %.0f s; milliseconds, p50 / p99 of %d",
                jdbc.sql("select count(*) from orders").query(Long.class).single(),
                (System.nanoTime() - started) / 1e9,
                ROUNDS);
        say("| page | the district | a street | a department |%n|---|---:|---:|---:|");
        var one = OrderJson.order(jdbc.sql(SEEN_BY_ALL)
                .param("street", District.STREET)
                .query(String.class)
                .single());
        pages("desk, to do", "/desk");
        pages("desk, done", "/desk?tab=done");
        hundredth("desk, done, hundredth page", "/desk?tab=done");
        pages("ledger", "/ledger");
        hundredth("ledger, hundredth page", "/ledger");
        pages("search, two characters, common", "/ledger?q=" + encoded("路灯"));
        pages("search, two characters, rare", "/ledger?q=" + encoded("松梅"));
        pages("search, four characters", "/ledger?q=" + encoded("路灯坏了"));
        pages("search, a place", "/ledger?q=" + encoded("松梅竹里"));
        pages("search, a phone number", "/ledger?q=" + seals.open(one.text("phone")));
        pages("ledger, a group of categories, rated badly", "/ledger?category=infrastructure&rating=dissatisfied");
        pages("ledger, late in a month", "/ledger?late=yes&from=2026-10-01&to=2026-10-31");
        pages(
                "ledger, by channel, closed in a month",
                "/ledger?channel=phone&closed-from=2026-10-01&closed-to=2026-10-31");
        pages("ledger, a category that hardly is", "/ledger?category=infrastructure.streetlight&state=open");
        pages("an order", "/orders/" + OrderNumber.of(one.id(), one.raisedAt(), SettableClock.ZONE));
        pages("figures of a month", "/figures?from=2026-10-01&to=2026-10-31");
        pages("figures of a year", "/figures?from=2025-11-01&to=2026-10-31");
        pages("map of open orders", "/map/points.json?show=orders&state=open&box=109.5,27,110.5,27.5&zoom=10");
    }

    private void pages(String what, String address) {
        row(what, browser -> times(browser, address));
    }

    /** As {@link #pages}, after turning over that many. */
    private void hundredth(String what, String address) {
        row(what, browser -> {
            var page = address;
            int turned = 0;
            for (; turned < PAGES; turned++) {
                var next = NEXT.matcher(browser.get(page).body());
                if (!next.find()) {
                    break;
                }
                page = address + (address.contains("?") ? "&" : "?") + "after=" + next.group(1);
            }
            return times(browser, page) + (turned < PAGES ? " (page " + (turned + 1) + ")" : "");
        });
    }

    private void row(String what, Function<Browser, String> times) {
        if (ONLY.matcher(what).find()) {
            say(
                    "| %s%s |",
                    what,
                    ACCOUNTS.stream()
                            .map(account -> times.apply(new Browser(port).as(account)))
                            .collect(Collectors.joining()));
        }
    }

    private static String times(Browser browser, String address) {
        var times = new double[ROUNDS];
        for (int at = -3; at < ROUNDS; at++) {
            long started = System.nanoTime();
            var answer = browser.get(address);
            if (answer.status() != 200) {
                throw new AssertionError(address + " answered " + answer.status());
            }
            if (at >= 0) {
                times[at] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(times);
        return String.format(
                Locale.ROOT, " | %.0f / %.0f", times[ROUNDS / 2], times[Math.min(ROUNDS - 1, ROUNDS * 99 / 100)]);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void say(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }
}
