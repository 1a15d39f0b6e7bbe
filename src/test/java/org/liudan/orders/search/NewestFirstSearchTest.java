package org.liudan.orders.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liudan.database.ListQueries;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.Growth;
import org.liudan.orders.store.OrderJson;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A list finds exactly the orders that match its conditions, whichever way it searches. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=growth")
class NewestFirstSearchTest {

    private static final int ORDERS = 14_000;
    private static final int NEAR = 60;
    private static final int SIZE = 20;
    private static final int PAGES = 3;
    private static final int FILTERS = 150;

    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("q", List.of("路灯", "路灯坏了", "松梅", "月明里", "松", "13800000000")),
            Map.entry("category", List.of("infrastructure", "infrastructure.streetlight", "none")),
            Map.entry("rating", List.of("satisfied", "average", "dissatisfied", "average,dissatisfied")),
            Map.entry("channel", List.of("phone", "visit", "phone,visit")),
            Map.entry("grade", List.of("1", "2", "3")),
            Map.entry("state", List.of("open", "closed", "rejected", "done")),
            Map.entry("tab", List.of("done", "doing", "supervised", "confidential")),
            Map.entry("method", List.of("six-orders", "hazard")),
            Map.entry("department", List.of("city-management", "housing")),
            Map.entry("late", List.of("yes", "no")),
            Map.entry("supervised", List.of("yes")),
            Map.entry("from", List.of("2024-03-05", "2026-10-01", "2026-11-10")),
            Map.entry("to", List.of("2024-08-20", "2026-10-31")),
            Map.entry("closed-from", List.of("2024-03-05", "2026-10-01")),
            Map.entry("closed-to", List.of("2024-08-20", "2026-10-31")));

    private static final List<Viewer> VIEWERS = Stream.of(
                    new Seat("supervision", "inspector"),
                    new Seat(District.STREET, "dispatcher"),
                    new Seat(District.COMMUNITY, "clerk"),
                    new Seat("city-management", "handler"))
            .map(seat -> new Viewer("somebody", "某人", seat, List.of(seat)))
            .toList();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListQueries queries;

    @Autowired
    Directories directories;

    @Autowired
    Calendars calendars;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Seals seals;

    @Autowired
    Clock clock;

    @Test
    void pages_and_counts_match_a_full_list_of_the_orders() throws Exception {
        Growth.in(context, 60).by(ORDERS);
        var raised = raiseTheNewestInOneMoment();
        try {
            compareAll();
        } finally {
            // other tests verify all orders
            raised.forEach(this::raise);
        }
    }

    private void compareAll() {
        var lists = new OrderLists(
                queries, new NewestFirstSearch(queries, NEAR), directories, calendars, rulebook, seals, clock);
        var random = new Random(276_827);
        int empty = 0;
        for (int at = 0; at < FILTERS; at++) {
            empty += compare(lists, filter(random, at < PARTS.size() ? at : random.nextInt(PARTS.size()), at % 4));
        }
        assertThat(empty).as("lists without orders").isBetween(FILTERS / 2, 3 * FILTERS);
        var phone = new OrderFilter(Map.of("q", phone(), "sort", "new"));
        assertThat(compare(lists, phone)).as("who can't find a phone").isLessThan(VIEWERS.size());
    }

    /**
     * Gives one moment to more orders than the search looks through, as after a storm or with a clock that stands still.
     *
     * @return when they were really raised, by their ids
     */
    private Map<Long, OffsetDateTime> raiseTheNewestInOneMoment() {
        var raised = new TreeMap<Long, OffsetDateTime>();
        jdbc.sql("select id, raised_at from orders order by raised_at desc, id desc limit :some")
                .param("some", 5 * NEAR)
                .query(row -> {
                    raised.put(row.getLong("id"), row.getObject("raised_at", OffsetDateTime.class));
                });
        var moment = Collections.min(raised.values());
        raised.keySet().forEach(id -> raise(id, moment));
        return raised;
    }

    private void raise(long id, OffsetDateTime moment) {
        jdbc.sql("update orders set raised_at = :moment where id = :id")
                .param("moment", moment)
                .param("id", id)
                .update();
    }

    /** Returns for how many of the viewers there is no such order. */
    private static int compare(OrderLists lists, OrderFilter filter) {
        int empty = 0;
        for (var viewer : VIEWERS) {
            var all = new ArrayList<Long>();
            lists.forEach(filter, viewer, row -> all.add(row.heading().id()));
            var description = filter.parts() + " for " + viewer.seat();
            int shown = Math.min(all.size(), PAGES * SIZE);
            assertThat(firstPages(lists, filter, viewer)).as(description).isEqualTo(all.subList(0, shown));
            assertThat(firstPages(lists, filter.with("sort", "due"), viewer))
                    .as("by when they are due: %s", description)
                    .hasSize(shown)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(all);
            assertThat(lists.count(filter, viewer))
                    .as(description)
                    .isEqualTo(Math.min(all.size(), OrderLists.MOST_COUNTED));
            empty += all.isEmpty() ? 1 : 0;
        }
        return empty;
    }

    /** The phone of an order that was closed long ago. */
    private String phone() {
        var state = jdbc.sql("select state from orders where closed is not null and raised_at < '2025-01-01' limit 1")
                .query(String.class)
                .single();
        return seals.open(OrderJson.order(state).text("phone"));
    }

    private static List<Long> firstPages(OrderLists lists, OrderFilter filter, Viewer viewer) {
        var ids = new ArrayList<Long>();
        var after = "";
        for (int page = 0; page < PAGES; page++) {
            var listed = lists.page(filter, viewer, after, SIZE);
            listed.rows().forEach(row -> ids.add(row.heading().id()));
            if (listed.next().isEmpty()) {
                break;
            }
            after = listed.next().get();
        }
        return ids;
    }

    /** A filter with one part by its index, and some random others. */
    private static OrderFilter filter(Random random, int first, int others) {
        var all = List.copyOf(new TreeMap<>(PARTS).entrySet());
        var parts = new TreeMap<String, String>();
        parts.put("sort", "new");
        for (int at = 0; at <= others; at++) {
            var part = all.get(at == 0 ? first : random.nextInt(all.size()));
            parts.put(
                    part.getKey(),
                    part.getValue().get(random.nextInt(part.getValue().size())));
        }
        return new OrderFilter(parts);
    }
}
