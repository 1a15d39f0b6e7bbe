package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.api.Callers.CLERK;
import static org.liudan.api.Callers.CLERK_ELSEWHERE;
import static org.liudan.api.Callers.HANDLER;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Calls on registers have the same refusals, keys and rights as calls on orders. */
@ApiDistrict
class SubjectCallsTest {

    private static final AtomicInteger HOUSEHOLDS = new AtomicInteger();
    private static final String FISHERMEN = "/api/v1/registers/fishermen";
    private static final String HOUSEHOLD = """
            {"answers": {"code": "%s", "title": "%s", "region": "%s", "helper": "网格员一", "people": 4,
                "employment": "%s", "insurance": "resident", "phone": "13812345678"}}""";
    private static final String VISIT = """
            {"answers": {"how": "visit", "findings": "家里都好", "employment": "farming", "insurance": "resident"}}""";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    SettableClock clock;

    private Caller clerk = new Caller(0, "");

    @BeforeEach
    void programOfTheCommunity() {
        clock.set("2026-11-16T09:00");
        clerk = callers.caller(CLERK, port);
    }

    @Test
    void a_register_has_what_a_program_needs_to_use_it() {
        assertThat(clerk.get("/api/v1/registers")
                        .json()
                        .path("registers")
                        .valueStream()
                        .map(register -> register.path("id").asString()))
                .contains("fishermen", "microcredit");
        var register = clerk.get(FISHERMEN).json();
        assertThat(register.path("key").asString()).isEqualTo("code");
        assertThat(register.path("enter").get(0).path("action").path("id").asString())
                .isEqualTo("enter");
        assertThat(callers.caller(HANDLER, port).get(FISHERMEN).json().path("enter"))
                .isEmpty();
    }

    @Test
    void a_subject_is_entered_once_however_often_it_is_sent() {
        var key = UUID.randomUUID().toString();
        var body = household("渔民甲", "farming");
        var first = clerk.post(FISHERMEN + "/subjects", body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        var number = first.json().path("number").asString();
        assertThat(first.header("Location")).isEqualTo("/api/v1/subjects/" + number);
        var again = clerk.post(FISHERMEN + "/subjects", body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("number").asString()).isEqualTo(number);
        assertThat(clerk.get(first.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void invalid_answers_are_refused_field_by_field() {
        var refused = clerk.post(FISHERMEN + "/subjects", "{\"answers\": {\"title\": \"渔民甲\"}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.invalidFields()).contains("code", "region", "helper");
        assertThat(callers.caller(HANDLER, port)
                        .post(FISHERMEN + "/subjects", household("渔民甲", "farming"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_visit_is_recorded_once_and_is_in_the_history() {
        var path = "/api/v1/subjects/" + entered("渔民乙", "farming");
        var seen = clerk.get(path).header("ETag");
        var key = UUID.randomUUID().toString();
        var first = clerk.post(path + "/actions/visit", VISIT, "If-Match", seen, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        var again = clerk.post(path + "/actions/visit", VISIT, "Idempotency-Key", key);
        assertThat(again.json().path("events")).hasSize(2);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(clerk.post(path + "/actions/visit", VISIT, "If-Match", seen).status())
                .isEqualTo(412);
        assertThat(clerk.get(path, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(first.json().path("events").get(1).path("said").toString()).contains("家里都好");
    }

    @Test
    void a_correction_shows_the_old_and_the_new_value() {
        var path = "/api/v1/subjects/" + entered("渔民丙", "farming");
        var changed = clerk.post(path + "/actions/change", """
                        {"answers": {"title": "渔民丙", "region": "%s", "helper": "网格员二", "people": 5,
                            "employment": "enterprise", "insurance": "resident"}}""".formatted(District.COMMUNITY));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("fields").path("helper").asString()).isEqualTo("网格员二");
        assertThat(changed.json().path("events").get(1).toString()).contains("网格员一", "网格员二");
    }

    @Test
    void a_list_is_filtered_as_on_the_page_and_read_to_its_end() {
        for (int i = 0; i < 5; i++) {
            entered("翻页户", "own-business");
        }
        var numbers = new ArrayList<String>();
        var path = FISHERMEN + "/subjects?q=%E7%BF%BB%E9%A1%B5&employment=own-business&size=2";
        while (!path.isEmpty()) {
            var page = clerk.get(path);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("subjects")
                    .forEach(subject -> numbers.add(subject.path("number").asString()));
            path = page.json().path("next").asString("");
            assertThat(page.header("Link")).isEqualTo(path.isEmpty() ? "" : "<" + path + ">; rel=\"next\"");
        }
        assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
        var due = clerk.get(FISHERMEN + "/subjects?tab=soon&size=2");
        assertThat(clerk.get(due.json().path("next").asString()).status()).isEqualTo(200);
    }

    @Test
    void unknown_or_invalid_parameters_of_a_list_are_refused() {
        for (var query : new String[] {
            "colour=red",
            "size=0",
            "tab=all",
            "after=x",
            "tab=soon&after=x~1",
            "tab=soon&after=%2B999999999-12-31T00:00:00Z~1",
            "unseen=soon"
        }) {
            assertThat(clerk.get(FISHERMEN + "/subjects?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(clerk.get("/api/v1/registers/no-such/subjects").status()).isEqualTo(404);
    }

    @Test
    void a_list_has_what_the_post_may_see_and_no_personal_data() {
        var number = entered("渔民丁", "farming");
        var list = clerk.get(FISHERMEN + "/subjects?q=%E6%B8%94%E6%B0%91%E4%B8%81");
        assertThat(subject(list.json(), number).path("fields").path("people").asInt())
                .isEqualTo(4);
        assertThat(list.body()).doesNotContain("13812345678").doesNotContain("sealed:");
        var elsewhere = callers.caller(CLERK_ELSEWHERE, port);
        assertThat(elsewhere.get(FISHERMEN + "/subjects").body()).doesNotContain(number);
        assertThat(elsewhere.get("/api/v1/subjects/" + number).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post("/api/v1/subjects/" + number + "/actions/visit", VISIT)
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post("/api/v1/subjects/" + number + "/reveal", "").body())
                .contains("13812345678");
    }

    @Test
    void a_confidential_register_is_404_for_posts_that_may_not_see_it() {
        var handler = callers.caller(HANDLER, port);
        assertThat(handler.get("/api/v1/registers").body()).doesNotContain("recovery");
        assertThat(handler.get("/api/v1/registers/recovery").status()).isEqualTo(404);
        assertThat(handler.get("/api/v1/registers/recovery/subjects").status()).isEqualTo(404);
        assertThat(handler.post("/api/v1/registers/recovery/subjects", "{}").status())
                .isEqualTo(404);
        assertThat(clerk.get("/api/v1/registers").body()).contains("recovery");
    }

    private String entered(String title, String employment) {
        var answer = clerk.post(FISHERMEN + "/subjects", household(title, employment));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("number").asString();
    }

    private static String household(String title, String employment) {
        return HOUSEHOLD.formatted("API-" + HOUSEHOLDS.incrementAndGet(), title, District.COMMUNITY, employment);
    }

    private static JsonNode subject(JsonNode list, String number) {
        return list.path("subjects")
                .valueStream()
                .filter(subject -> subject.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
