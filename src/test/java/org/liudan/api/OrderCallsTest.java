package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.api.Callers.CLERK;
import static org.liudan.api.Callers.DISPATCHER;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.orders.store.OrderNumber;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiDistrict
class OrderCallsTest {

    private static final String REGISTER = """
            {"method": "six-orders", "action": "register", "answers": {"content": "%s", "region": "%s",
                "channel": "chat-group", "happened": "2026-11-16", "person": "欧阳某某", "phone": "13812345678"}}""";
    private static final String REPORT =
            "{\"answers\": {\"reasonable\": \"urgent\", \"category\": \"infrastructure.streetlight\"}}";

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

    private Caller clerk = new Caller(0, "");

    @BeforeEach
    void programOfTheCommunity() {
        clock.set("2026-11-16T09:00");
        clerk = callers.caller(CLERK, port);
    }

    @Test
    void an_order_is_raised_once_however_often_it_is_sent() {
        var key = UUID.randomUUID().toString();
        var first = clerk.post("/api/v1/orders", register("路灯坏了"), "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        var number = first.json().path("number").asString();
        assertThat(first.header("Location")).isEqualTo("/api/v1/orders/" + number);
        var again = clerk.post("/api/v1/orders", register("路灯坏了"), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("number").asString()).isEqualTo(number);
        // each program has keys of its own
        var other = callers.caller(CLERK, port).post("/api/v1/orders", register("路灯坏了"), "Idempotency-Key", key);
        assertThat(other.json().path("number").asString()).isNotEqualTo(number);
    }

    @Test
    void an_order_sent_many_times_at_once_is_raised_once() throws Exception {
        var key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var calls = IntStream.range(0, 8)
                    .mapToObj(i ->
                            pool.submit(() -> clerk.post("/api/v1/orders", register("同时来的"), "Idempotency-Key", key)))
                    .toList();
            var numbers = new java.util.TreeSet<String>();
            for (var call : calls) {
                assertThat(call.get().status()).as(call.get().body()).isIn(200, 201);
                numbers.add(call.get().json().path("number").asString());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void an_action_is_taken_once_however_often_it_is_sent_and_its_key_can_not_be_used_for_another_action() {
        var number = raised("只报一次");
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/orders/" + number + "/actions/";
        var first = clerk.post(path + "report", REPORT, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        var again = clerk.post(path + "report", REPORT, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("events")).hasSameSizeAs(first.json().path("events"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        var other = clerk.post(path + "note", "{\"answers\":{\"note\":\"另一件事\"}}", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("detail").asString()).contains("别的事");
    }

    @Test
    void one_key_does_the_same_on_several_orders_once_on_each() {
        var key = UUID.randomUUID().toString();
        for (var number : List.of(raised("同名请求一"), raised("同名请求二"))) {
            var path = "/api/v1/orders/" + number + "/actions/report";
            var first = clerk.post(path, REPORT, "Idempotency-Key", key);
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(first.json().path("number").asString()).isEqualTo(number);
            assertThat(clerk.post(path, REPORT, "Idempotency-Key", key).header("ETag"))
                    .isEqualTo(first.header("ETag"));
        }
        assertThat(clerk.post("/api/v1/orders", register("同名请求三"), "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_repeated_request_succeeds_even_if_its_action_made_the_order_invisible() {
        var number = raised("办完就看不见了");
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/orders/" + number + "/actions/";
        assertThat(clerk.post(path + "report", REPORT, "Idempotency-Key", key).status())
                .isEqualTo(200);
        jdbc.sql("update orders set confidential = true where id = :id")
                .param("id", OrderNumber.parse(number).orElseThrow().id())
                .update();
        assertThat(clerk.get("/api/v1/orders/" + number).status()).isEqualTo(404);
        assertThat(clerk.post(path + "report", REPORT, "Idempotency-Key", key).status())
                .isEqualTo(200);
        assertThat(clerk.post(path + "report", REPORT, "Idempotency-Key", "another")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post(path + "note", "{}", "Idempotency-Key", key).status())
                .isEqualTo(422);
    }

    @Test
    void a_program_that_prefers_a_minimal_response_gets_only_the_address_of_the_order_and_its_etag() {
        var key = UUID.randomUUID().toString();
        var only = new String[] {"Prefer", "respond-async, return=minimal", "Idempotency-Key", key};
        var first = clerk.post("/api/v1/orders", register("只要回执"), only);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).isEmpty();
        assertThat(first.header("Preference-Applied")).isEqualTo("return=minimal");
        var place = first.header("Location");
        assertThat(clerk.get(place).header("ETag")).isEqualTo(first.header("ETag"));
        var again = clerk.post("/api/v1/orders", register("只要回执"), only);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(place);
        var acted = clerk.post(
                place + "/actions/report", REPORT, "Prefer", "return=minimal", "If-Match", first.header("ETag"));
        assertThat(acted.status()).as(acted.body()).isEqualTo(204);
        assertThat(clerk.get(place).header("ETag")).isEqualTo(acted.header("ETag"));
    }

    @Test
    void an_order_that_has_not_changed_is_not_sent_again() {
        var number = raised("没有变化");
        var first = clerk.get("/api/v1/orders/" + number);
        assertThat(first.header("ETag")).matches("\"1-[0-9a-f]{16}\"");
        var same = clerk.get("/api/v1/orders/" + number, "If-None-Match", first.header("ETag"));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        clerk.post("/api/v1/orders/" + number + "/actions/report", REPORT);
        assertThat(clerk.get("/api/v1/orders/" + number, "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_action_on_an_order_that_has_changed_meanwhile_is_refused_and_not_taken() {
        var number = raised("两个程序同时看");
        var seen = clerk.get("/api/v1/orders/" + number).header("ETag");
        var path = "/api/v1/orders/" + number + "/actions/";
        assertThat(clerk.post(path + "report", REPORT, "If-Match", seen).status())
                .isEqualTo(200);
        var late = callers.caller(DISPATCHER, port).post(path + "sign", "{}", "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("Content-Type")).startsWith("application/problem+json");
        assertThat(clerk.get("/api/v1/orders/" + number).json().path("events")).hasSize(2);
    }

    @Test
    void an_order_has_its_actions_with_their_forms_and_the_reasons_against_others() {
        var number = raised("能做什么");
        var order = clerk.get("/api/v1/orders/" + number).json();
        assertThat(order.path("step").path("id").asString()).isEqualTo("triage");
        assertThat(order.path("holder").path("unit").path("id").asString()).isEqualTo(District.COMMUNITY);
        assertThat(order.path("clocks").get(0).path("dueAt").asString()).startsWith("2026-11-16T09:30:00Z");
        var report = order.path("actions")
                .valueStream()
                .filter(action -> action.path("id").asString().equals("report"))
                .findFirst()
                .orElseThrow();
        assertThat(report.path("form")
                        .valueStream()
                        .map(field -> field.path("id").asString()))
                .contains("reasonable", "category");
        var seenAbove =
                callers.caller(DISPATCHER, port).get("/api/v1/orders/" + number).json();
        assertThat(seenAbove
                        .path("notNow")
                        .valueStream()
                        .filter(action -> action.path("id").asString().equals("report"))
                        .map(action -> action.path("why").asString()))
                .hasSize(1)
                .allMatch(why -> why.contains("社区") || why.contains("村"));
    }

    @Test
    void personal_data_is_masked_until_it_is_asked_for_which_is_recorded() {
        var number = raised("个人信息");
        var order = clerk.get("/api/v1/orders/" + number);
        assertThat(order.body())
                .contains("138****5678")
                .doesNotContain("13812345678")
                .doesNotContain("sealed:");
        assertThat(clerk.get("/api/v1/orders").body()).doesNotContain("13812345678");
        var revealed = clerk.post("/api/v1/orders/" + number + "/reveal", "");
        assertThat(revealed.body()).contains("13812345678");
        assertThat(revealed.header("Cache-Control")).contains("no-store");
        assertThat(callers.caller(Callers.INSPECTOR, port)
                        .post("/api/v1/orders/" + number + "/reveal", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_list_is_read_to_its_end_page_by_page_without_duplicates() {
        for (int i = 0; i < 7; i++) {
            raised("翻页翻到底");
        }
        for (var sort : new String[] {"new", "due"}) {
            var numbers = new ArrayList<String>();
            var path = "/api/v1/orders?q=%E7%BF%BB%E9%A1%B5&size=3&sort=" + sort;
            while (!path.isEmpty()) {
                var page = clerk.get(path);
                assertThat(page.status()).as(page.body()).isEqualTo(200);
                page.json()
                        .path("orders")
                        .forEach(order -> numbers.add(order.path("number").asString()));
                path = page.json().path("next").asString("");
                assertThat(page.header("Link")).isEqualTo(path.isEmpty() ? "" : "<" + path + ">; rel=\"next\"");
            }
            assertThat(numbers).as(sort).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void files_are_stored_used_in_a_form_and_read_again() {
        var number = raised("带照片");
        var stored = clerk.send(clerk.request("/api/v1/orders/" + number + "/files")
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(BodyPublishers.ofString(
                        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"说明.txt\""
                                + "\r\n\r\n%PDF-1.4\n%%EOF\r\n--xx--\r\n")));
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        var id = stored.json().path("files").get(0).path("id").asString();
        var path = "/api/v1/orders/" + number;
        assertThat(clerk.get(path + "/files/" + id).body()).startsWith("%PDF-1.4");
        assertThat(callers.caller(Callers.CLERK_ELSEWHERE, port)
                        .get(path + "/files/" + id)
                        .status())
                .isEqualTo(404);
        var foreign = clerk.post(path + "/actions/report", "{\"answers\":{\"files\":[\"" + "a".repeat(64) + "\"]}}");
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.invalidFields()).contains("files");
    }

    @Test
    void a_draft_takes_files_before_it_is_raised_once() {
        var draft = clerk.post("/api/v1/drafts", "").json().path("draft").asString();
        var body = register("草稿").replaceFirst("\\{", "{\"draft\": \"" + draft + "\",");
        var first = clerk.post("/api/v1/orders", body);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(clerk.post("/api/v1/orders", body).status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/starts").body()).contains("\"register\"");
    }

    private String raised(String content) {
        var answer = clerk.post("/api/v1/orders", register(content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("number").asString();
    }

    private static String register(String content) {
        return REGISTER.formatted(content, District.COMMUNITY);
    }
}
