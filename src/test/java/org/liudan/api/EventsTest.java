package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.api.Callers.CLERK_ELSEWHERE;
import static org.liudan.api.Callers.INSPECTOR;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApiDistrict
class EventsTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Caller inspector = new Caller(0, "");

    @BeforeEach
    void aProgramThatSeesTheDistrict() {
        clock.set("2026-11-16T09:00");
        inspector = callers.caller(INSPECTOR, port);
    }

    @Test
    void nothing_is_missed_and_nothing_is_told_twice_while_many_write_at_once() throws Exception {
        var from = lastPosition();
        var pool = Executors.newFixedThreadPool(6);
        var told = new ArrayList<String>();
        try {
            var writers = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> IntStream.range(0, 10).forEach(j -> {
                        // some of it in transactions that take their time and overlap
                        new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            people.raised("一起写 " + i + " " + j);
                            people.raised("再写 " + i + " " + j);
                        });
                        people.dispatched("分派 " + i + " " + j);
                    })))
                    .toList();
            var after = from;
            while (!writers.stream().allMatch(java.util.concurrent.Future::isDone)) {
                after = read(after, told);
            }
            for (var writer : writers) {
                writer.get();
            }
            read(after, told);
        } finally {
            pool.shutdown();
        }
        // 60 pairs raised, and 60 raised, reported, signed and dispatched
        assertThat(told).doesNotHaveDuplicates().hasSize(60 * 2 + 60 * 4);
        var again = new ArrayList<String>();
        read(from, again);
        assertThat(again).isEqualTo(told);
        assertThat(inOrder(told)).isTrue();
    }

    @Test
    void an_event_written_early_and_committed_late_is_not_passed_over() {
        var from = lastPosition();
        var told = new ArrayList<String>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            people.raised("先写后提交");
            var other = new Thread(() -> people.raised("后写先提交"));
            other.start();
            joined(other);
            assertThat(read(from, told)).isNotNull();
            assertThat(told).isEmpty();
        });
        read(from, told);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_stream_goes_on_after_a_break_where_it_was() throws Exception {
        var from = lastPosition();
        var first = people.dispatched("断线之前");
        var heard = listen(4, "Last-Event-ID", from);
        assertThat(actions(heard)).containsExactly("raise", "report", "sign", "dispatch");
        people.raised("断线期间");
        people.does(District.People.HANDLER, "accept", first, "difficulty", "ordinary", "words", "收到");
        var then = listen(2, "Last-Event-ID", heard.get(1).path("id").asString());
        assertThat(actions(then)).containsExactly("sign", "dispatch");
        var rest = listen(2, "Last-Event-ID", heard.get(3).path("id").asString());
        assertThat(actions(rest)).containsExactly("raise", "accept");
    }

    @Test
    void a_stream_tells_only_of_orders_that_the_post_may_see() {
        people.raised("别的街道看不到");
        var page = callers.caller(CLERK_ELSEWHERE, port).get("/api/v1/events").json();
        assertThat(page.path("events")).isEmpty();
        assertThat(page.path("after").asString()).isNotEqualTo("0.0.0");
    }

    @Test
    void positions_go_on_after_a_dump_was_loaded_into_another_cluster() throws Exception {
        var from = lastPosition();
        offset("select 1000000000::bigint");
        people.raised("旧集群里");
        offset("select 0::bigint");
        var told = new ArrayList<String>();
        assertThat(read(from, told)).isNotNull();
        assertThat(told).isEmpty();
        jdbc.sql(new ClassPathResource("db/migration/afterMigrate.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        people.raised("新集群里");
        read(from, told);
        assertThat(told).hasSize(2);
        assertThat(inOrder(told)).isTrue();
    }

    private void offset(String body) {
        jdbc.sql("create or replace function event_offset() returns bigint language sql immutable as '" + body + "'")
                .update();
    }

    private String lastPosition() {
        var after = "";
        while (true) {
            var page = inspector
                    .get("/api/v1/events" + (after.isEmpty() ? "" : "?after=" + after))
                    .json();
            after = page.path("after").asString();
            if (!page.path("more").asBoolean()) {
                return after;
            }
        }
    }

    private String read(String from, List<String> told) {
        var after = from;
        while (true) {
            var page = inspector.get("/api/v1/events?after=" + after).json();
            page.path("events").forEach(event -> told.add(event.path("id").asString()));
            after = page.path("after").asString();
            if (!page.path("more").asBoolean()) {
                return after;
            }
        }
    }

    /** Each order's own events come by their numbers, and all of them by their places. */
    private static boolean inOrder(List<String> told) {
        var latest = new HashMap<String, Integer>();
        for (var id : told) {
            var parts = id.split("\\.", -1);
            var before = latest.put(parts[1], Integer.parseInt(parts[2]));
            if (before != null && before + 1 != Integer.parseInt(parts[2])) {
                return false;
            }
        }
        return told.stream()
                .map(id -> Long.parseLong(id.substring(0, id.indexOf('.'))))
                .sorted(Comparator.naturalOrder())
                .toList()
                .equals(told.stream()
                        .map(id -> Long.parseLong(id.substring(0, id.indexOf('.'))))
                        .toList());
    }

    private List<JsonNode> listen(int most, String... headers) throws Exception {
        var answer = inspector.listen("/api/v1/events", headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var lines = answer.body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .limit(most)
                    .map(line -> new Caller.ApiResponse(200, line.substring(5), answer.headers()).json())
                    .toList();
        }
    }

    private static List<String> actions(List<JsonNode> events) {
        return events.stream().map(event -> event.path("action").asString()).toList();
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
