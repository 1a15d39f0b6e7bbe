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
import java.util.concurrent.Future;
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
    void programOfTheDistrict() {
        clock.set("2026-11-16T09:00");
        inspector = callers.caller(INSPECTOR, port);
    }

    @Test
    void no_event_is_missed_and_none_comes_twice_while_many_write_at_once() throws Exception {
        var from = lastPosition();
        var pool = Executors.newFixedThreadPool(6);
        var ids = new ArrayList<String>();
        try {
            var writers = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> IntStream.range(0, 10).forEach(j -> {
                        // some of them in slow transactions that overlap
                        new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            people.raised("一起写 " + i + " " + j);
                            people.raised("再写 " + i + " " + j);
                        });
                        people.dispatched("分派 " + i + " " + j);
                    })))
                    .toList();
            var after = from;
            while (!writers.stream().allMatch(Future::isDone)) {
                after = read(after, ids);
            }
            for (var writer : writers) {
                writer.get();
            }
            read(after, ids);
        } finally {
            pool.shutdown();
        }
        // 60 pairs raised, and 60 raised, reported, signed and dispatched
        assertThat(ids).doesNotHaveDuplicates().hasSize(60 * 2 + 60 * 4);
        var again = new ArrayList<String>();
        read(from, again);
        assertThat(again).isEqualTo(ids);
        assertThat(inOrder(ids)).isTrue();
    }

    @Test
    void an_event_that_is_written_early_and_committed_late_is_not_skipped() {
        var from = lastPosition();
        var ids = new ArrayList<String>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            people.raised("先写后提交");
            var other = new Thread(() -> people.raised("后写先提交"));
            other.start();
            join(other);
            assertThat(read(from, ids)).isNotNull();
            assertThat(ids).isEmpty();
        });
        read(from, ids);
        assertThat(ids).hasSize(2);
    }

    @Test
    void a_stream_continues_where_it_was_after_a_broken_connection() throws Exception {
        var from = lastPosition();
        var first = people.dispatched("断线之前");
        var received = listen(4, "Last-Event-ID", from);
        assertThat(actions(received)).containsExactly("raise", "report", "sign", "dispatch");
        people.raised("断线期间");
        people.does(District.People.HANDLER, "accept", first, "difficulty", "ordinary", "words", "收到");
        var then = listen(2, "Last-Event-ID", received.get(1).path("id").asString());
        assertThat(actions(then)).containsExactly("sign", "dispatch");
        var rest = listen(2, "Last-Event-ID", received.get(3).path("id").asString());
        assertThat(actions(rest)).containsExactly("raise", "accept");
    }

    @Test
    void a_stream_has_only_orders_that_the_post_may_see() {
        people.raised("别的街道看不到");
        var page = callers.caller(CLERK_ELSEWHERE, port).get("/api/v1/events").json();
        assertThat(page.path("events")).isEmpty();
        assertThat(page.path("after").asString()).isNotEqualTo("0.0.0");
    }

    @Test
    void positions_continue_after_a_dump_was_loaded_into_another_cluster() throws Exception {
        var from = lastPosition();
        offset("select 1000000000::bigint");
        people.raised("旧集群里");
        offset("select 0::bigint");
        var ids = new ArrayList<String>();
        assertThat(read(from, ids)).isNotNull();
        assertThat(ids).isEmpty();
        jdbc.sql(new ClassPathResource("db/migration/afterMigrate.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
        people.raised("新集群里");
        read(from, ids);
        assertThat(ids).hasSize(2);
        assertThat(inOrder(ids)).isTrue();
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

    private String read(String from, List<String> ids) {
        var after = from;
        while (true) {
            var page = inspector.get("/api/v1/events?after=" + after).json();
            page.path("events").forEach(event -> ids.add(event.path("id").asString()));
            after = page.path("after").asString();
            if (!page.path("more").asBoolean()) {
                return after;
            }
        }
    }

    /** True if the events of each order are sorted by number, and all events by position. */
    private static boolean inOrder(List<String> ids) {
        var latest = new HashMap<String, Integer>();
        for (var id : ids) {
            var parts = id.split("\\.", -1);
            var previous = latest.put(parts[1], Integer.parseInt(parts[2]));
            if (previous != null && previous + 1 != Integer.parseInt(parts[2])) {
                return false;
            }
        }
        return ids.stream()
                .map(id -> Long.parseLong(id.substring(0, id.indexOf('.'))))
                .sorted(Comparator.naturalOrder())
                .toList()
                .equals(ids.stream()
                        .map(id -> Long.parseLong(id.substring(0, id.indexOf('.'))))
                        .toList());
    }

    private List<JsonNode> listen(int limit, String... headers) throws Exception {
        var answer = inspector.listen("/api/v1/events", headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var lines = answer.body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .limit(limit)
                    .map(line -> new Caller.ApiResponse(200, line.substring(5), answer.headers()).json())
                    .toList();
        }
    }

    private static List<String> actions(List<JsonNode> events) {
        return events.stream().map(event -> event.path("action").asString()).toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
