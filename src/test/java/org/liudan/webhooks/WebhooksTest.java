package org.liudan.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liudan.api.ApiDistrict;
import org.liudan.api.Caller;
import org.liudan.api.Callers;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ApiDistrict
class WebhooksTest {

    /** A request that was sent to the address of the program. */
    private record ReceivedRequest(String event, String timestamp, String signature, String body) {

        String action() {
            return JsonMapper.shared().readTree(body).path("action").asString();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    District.People people;

    @Autowired
    WebhookDeliveries deliveries;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private volatile Runnable duringRequest = () -> {};
    private HttpServer server;
    private String secret = "";
    private Caller caller = new Caller(0, "");

    WebhooksTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void programWithAWebhook() {
        clock.set("2026-11-16T09:00");
        jdbc.sql("delete from webhook").update();
        server.createContext("/events", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new ReceivedRequest(
                    headers.getFirst(WebhookRequest.EVENT),
                    headers.getFirst(WebhookRequest.TIMESTAMP),
                    headers.getFirst(WebhookRequest.SIGNATURE),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            duringRequest.run();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        caller = callers.caller(Callers.INSPECTOR, port);
        var created = caller.post(
                "/api/v1/webhooks",
                "{\"url\": \"http://localhost:" + server.getAddress().getPort() + "/events\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        secret = created.json().path("secret").asString();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void events_are_delivered_in_order_and_signed() throws Exception {
        people.dispatched("推送给热线");
        deliveries.deliverAll();
        assertThat(received).extracting(ReceivedRequest::action).containsExactly("raise", "report", "sign", "dispatch");
        for (var request : received) {
            assertThat(request.signature())
                    .isEqualTo(
                            "sha256=" + WebhookRequest.signature(secret, request.timestamp() + "." + request.body()));
            assertThat(request.timestamp())
                    .isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
            assertThat(request.body()).contains("\"id\":\"" + request.event() + "\"");
        }
        clock.pass(Duration.ofSeconds(2));
        deliveries.deliverAll();
        assertThat(received).hasSize(4);
        assertThat(jdbc.sql("select secret from webhook").query(String.class).single())
                .doesNotContain(secret);
    }

    @Test
    void a_process_that_has_lost_its_lease_leaves_the_rest_to_the_next_one() throws Exception {
        people.dispatched("交给别的进程");
        duringRequest = () ->
                jdbc.sql("update job_lease set holder = gen_random_uuid()").update();
        deliveries.deliverAll();
        assertThat(received).extracting(ReceivedRequest::action).containsExactly("raise");
        duringRequest = () -> {};
        clock.pass(Duration.ofMinutes(3));
        deliveries.deliverAll();
        assertThat(received)
                .extracting(ReceivedRequest::action)
                .containsExactly("raise", "raise", "report", "sign", "dispatch");
    }

    @Test
    void a_failed_delivery_is_retried_later_and_no_event_comes_before_it() throws Exception {
        people.dispatched("先失败后成功");
        status.set(500);
        deliveries.deliverAll();
        deliveries.deliverAll();
        assertThat(received).hasSize(1);
        status.set(204);
        clock.pass(Duration.ofSeconds(4));
        deliveries.deliverAll();
        assertThat(received).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        deliveries.deliverAll();
        assertThat(received)
                .extracting(ReceivedRequest::action)
                .containsExactly("raise", "raise", "report", "sign", "dispatch");
        assertThat(received.get(0).event()).isEqualTo(received.get(1).event());
    }

    @Test
    void after_many_failures_it_is_paused_until_the_security_administrator_resumes_it() throws Exception {
        people.raised("一直失败");
        status.set(500);
        for (int i = 0; i < Webhooks.MAX_FAILURES + 3; i++) {
            deliveries.deliverAll();
            clock.pass(Duration.ofHours(2));
        }
        assertThat(received).hasSize(Webhooks.MAX_FAILURES);
        var hook = caller.get("/api/v1/webhooks").json().path("webhooks").get(0);
        assertThat(hook.path("paused").asBoolean()).isTrue();
        assertThat(hook.path("failure").asString()).isEqualTo("HTTP 500");
        var security = new Browser(port).as("security");
        assertThat(security.get("/admin/programs").body()).contains("已暂停推送").contains("HTTP 500");
        status.set(200);
        var resumed =
                security.post("/admin/programs/webhooks/" + hook.path("id").asLong() + "/return");
        assertThat(resumed.status()).isEqualTo(302);
        deliveries.deliverAll();
        assertThat(received).hasSize(Webhooks.MAX_FAILURES + 1);
    }

    @Test
    void the_delay_grows_with_each_failure_up_to_an_hour() {
        assertThat(Webhooks.LEASE.backoff().after(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Webhooks.LEASE.backoff().after(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Webhooks.LEASE.backoff().after(41)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_program_can_delete_only_its_own_webhooks() {
        long id = caller.get("/api/v1/webhooks")
                .json()
                .path("webhooks")
                .get(0)
                .path("id")
                .asLong();
        var other = callers.caller(Callers.INSPECTOR, port);
        assertThat(other.get("/api/v1/webhooks").json().path("webhooks")).isEmpty();
        assertThat(other.send(other.request("/api/v1/webhooks/" + id).DELETE()).status())
                .isEqualTo(404);
        assertThat(caller.send(caller.request("/api/v1/webhooks/" + id).DELETE())
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/x",
                "http://127.0.0.1/x",
                "http://[::1]/x",
                "http://10.1.2.3/x",
                "http://192.168.1.1/x",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/x",
                "http://[fd00::1]/x",
                "http://0.0.0.0/x",
                "file:///etc/passwd",
                "http://user@example.org/x",
                "gopher://example.org/"
            })
    void private_addresses_are_refused_unless_the_settings_allow_them(String url) {
        assertThat(new WebhookAddresses(false).allowed(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8,false", "10.0.0.1,true", "127.0.0.9,true", "172.16.0.1,true", "172.32.0.1,false"})
    void private_addresses_are_recognized(String address, boolean expected) throws Exception {
        assertThat(WebhookAddresses.isPrivate(InetAddress.getByName(address))).isEqualTo(expected);
    }
}
