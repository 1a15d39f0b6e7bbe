package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.api.Callers.CLERK;
import static org.liudan.api.Callers.CLERK_ELSEWHERE;
import static org.liudan.api.Callers.DISPATCHER;
import static org.liudan.api.Callers.HANDLER;
import static org.liudan.api.Callers.SECURITY;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditTrail;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.programs.Programs;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiDistrict
class TokensTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Programs programs;

    @Autowired
    District.People people;

    @Autowired
    Calendars calendars;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void morning() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void without_a_token_the_answer_is_a_problem_that_says_so() {
        var answer = new Caller(port, "").get("/api/v1/orders");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("title").asString()).isEqualTo("没有访问令牌");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_session_of_a_signed_in_person_does_not_count_so_that_no_other_site_can_use_it() {
        assertThat(new Browser(port).as("leader").get("/api/v1/orders").status())
                .isEqualTo(401);
    }

    @Test
    void a_program_sees_what_its_post_sees_and_nothing_else() {
        var number = number(people.raised("只有这条街的人看得到"));
        for (var seat : List.of(CLERK, DISPATCHER, Callers.INSPECTOR)) {
            assertThat(callers.caller(seat, port)
                            .get("/api/v1/orders/" + number)
                            .status())
                    .as(seat.toString())
                    .isEqualTo(200);
        }
        for (var seat : List.of(CLERK_ELSEWHERE, HANDLER)) {
            var caller = callers.caller(seat, port);
            assertThat(caller.get("/api/v1/orders/" + number).status()).isEqualTo(404);
            assertThat(caller.post("/api/v1/orders/" + number + "/actions/note", "{}")
                            .status())
                    .isEqualTo(404);
            assertThat(caller.post("/api/v1/orders/" + number + "/reveal", "").status())
                    .isEqualTo(404);
            assertThat(caller.get("/api/v1/orders").body()).doesNotContain(number);
            assertThat(caller.get("/api/v1/events").body()).doesNotContain(number);
        }
    }

    @Test
    void a_program_may_only_do_what_its_post_may() {
        var number = number(people.raised("谁能办谁才能动"));
        var answer = callers.caller(DISPATCHER, port).post("/api/v1/orders/" + number + "/actions/sign", "{}");
        assertThat(answer.status()).isEqualTo(422);
        var inspector = callers.caller(Callers.INSPECTOR, port)
                .post("/api/v1/orders/" + number + "/actions/report", "{\"answers\":{\"reasonable\":\"urgent\"}}");
        assertThat(inspector.status()).isEqualTo(422);
    }

    @Test
    void a_token_that_is_revoked_or_has_expired_is_not_valid() {
        var revoked = callers.caller(CLERK, port);
        assertThat(revoked.get("/api/v1/orders").status()).isEqualTo(200);
        programs.revoke(programs.all().get(0).id(), SECURITY);
        assertThat(revoked.get("/api/v1/orders").status()).isEqualTo(401);
        var expiring = callers.caller(CLERK, port);
        clock.set("2027-07-01T00:00");
        assertThat(expiring.get("/api/v1/orders").status()).isEqualTo(401);
        clock.set("2027-06-30T23:59");
        assertThat(expiring.get("/api/v1/orders").status()).isEqualTo(200);
    }

    @Test
    void after_too_many_wrong_tokens_an_address_has_to_wait() {
        clock.set("2026-12-01T09:00");
        for (int i = 0; i < 10; i++) {
            assertThat(new Caller(port, "liudan_wrong" + i)
                            .get("/api/v1/orders")
                            .status())
                    .isEqualTo(401);
        }
        var waiting = new Caller(port, "liudan_wrong").get("/api/v1/orders");
        assertThat(waiting.status()).isEqualTo(429);
        assertThat(waiting.header("Retry-After")).isEqualTo("600");
        clock.set("2026-12-01T09:11");
        assertThat(callers.caller(CLERK, port).get("/api/v1/orders").status()).isEqualTo(200);
    }

    @Test
    void only_a_keyed_hash_of_the_token_and_its_last_use_are_stored() {
        var caller = callers.caller(CLERK, port);
        assertThat(programs.all().get(0).usedAt()).isEmpty();
        caller.get("/api/v1/orders");
        assertThat(programs.all().get(0).usedAt()).contains(clock.instant());
        var row = jdbc.sql("select string_agg(p::text, ' ') from program p")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(caller.token())
                .doesNotContain(caller.token().substring(7));
    }

    @Test
    void the_security_administrator_registers_a_program_and_sees_its_token_once() {
        var security = new Browser(port).as("security");
        var page = security.post(
                "/admin/programs",
                "name",
                "12345 热线",
                "unit",
                District.STREET,
                "post",
                "dispatcher",
                "expires",
                "2027-01-31");
        assertThat(page.status()).isEqualTo(200);
        var token = Pattern.compile("liudan_[\\w-]{43}").matcher(page.body());
        assertThat(token.find()).isTrue();
        assertThat(new Caller(port, token.group()).get("/api/v1/orders").status())
                .isEqualTo(200);
        assertThat(security.get("/admin/programs").body()).contains("12345 热线").doesNotContain(token.group());
        var audited =
                trail.page(new AuditTrail.Asked("", "program-made", java.util.Optional.empty()), Long.MAX_VALUE, 1);
        assertThat(audited.entries().get(0).account()).isEqualTo("security");
        assertThat(audited.entries().get(0).subject()).contains("12345 热线").contains(District.STREET);
    }

    @Test
    void a_program_gets_a_new_token_and_its_old_one_is_not_valid() {
        var before = callers.caller(CLERK, port);
        var security = new Browser(port).as("security");
        var page = security.post("/admin/programs/" + programs.all().get(0).id() + "/token");
        var token = Pattern.compile("liudan_[\\w-]{43}").matcher(page.body());
        assertThat(token.find()).isTrue();
        assertThat(page.body()).contains("令牌已更换", "新的访问令牌");
        assertThat(new Caller(port, token.group()).get("/api/v1/orders").status())
                .isEqualTo(200);
        assertThat(before.get("/api/v1/orders").status()).isEqualTo(401);
    }

    @Test
    void no_program_gets_a_post_that_runs_the_system_or_does_not_exist() {
        var security = new Browser(port).as("security");
        for (var post : List.of("security", "leader", "")) {
            var page = security.post(
                    "/admin/programs", "name", "x", "unit", "district", "post", post, "expires", "2027-01-31");
            assertThat(page.status()).as(post).isEqualTo(422);
        }
        var refused = programs.make("", new Seat(District.STREET, "dispatcher"), "2040-01-01", SECURITY);
        assertThat(((Programs.Made.Refused) refused).reasons())
                .extracting(reason -> reason.field().orElse(""))
                .containsExactly("name", "expires");
    }

    @Test
    void actions_of_a_program_are_recorded_in_the_order_under_its_account() {
        var number = number(people.raised("记在程序名下"));
        var caller = callers.caller(CLERK, port);
        var answer = caller.post(
                "/api/v1/orders/" + number + "/actions/report",
                "{\"answers\":{\"reasonable\":\"urgent\",\"category\":\"infrastructure.streetlight\"}}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var account = jdbc.sql(
                        "select account from order_event where action = 'report' order by at desc, order_id desc")
                .query(String.class)
                .list()
                .get(0);
        assertThat(account).startsWith("program:");
    }

    private String number(Order order) {
        return org.liudan.orders.store.OrderNumber.of(order, calendars.current())
                .text();
    }
}
