package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiDistrict
class ProblemsTest {

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
        clerk = callers.caller(Callers.CLERK, port);
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/v1/orders | 400 | {",
                "POST | /api/v1/orders | 400 | ''",
                "POST | /api/v1/orders | 400 | []",
                "POST | /api/v1/orders | 400 | 7",
                "POST | /api/v1/orders | 400 | {} trailing",
                "POST | /api/v1/orders | 400 | {}",
                "POST | /api/v1/orders | 400 | {\"method\": \"six-orders\", \"surprise\": 1}",
                "POST | /api/v1/orders | 400 | {\"method\": {\"a\": 1}}",
                "POST | /api/v1/orders | 400 | {\"method\": \"six-orders\", \"answers\": [1]}",
                "POST | /api/v1/orders | 400 | {\"method\": \"six-orders\", \"draft\": \"1.ff\"}",
                "POST | /api/v1/orders | 404 | {\"method\": \"no-such\"}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\"}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"content\": {\"a\": 1}}}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"content\": [[1]]}}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"content\": \"a\\u0000b\"}}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"content\": \"\\ud800\"}}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"happened\": 1e999999}}",
                "POST | /api/v1/orders | 422 | {\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"nothing\": \"x\"}}",
                "GET | /api/v1/orders?light=red&colour=red | 400 | ''",
                "GET | /api/v1/orders?from=yesterday | 400 | ''",
                "GET | /api/v1/orders?size=0 | 400 | ''",
                "GET | /api/v1/orders?size=201 | 400 | ''",
                "GET | /api/v1/orders?after=x | 400 | ''",
                "GET | /api/v1/orders/20260101-999999 | 404 | ''",
                "GET | /api/v1/orders/x | 404 | ''",
                "GET | /api/v1/orders/20260101-999999/files/x | 404 | ''",
                "GET | /api/v1/orders/a;b | 400 | ''",
                "GET | /api/v1/figures?tab=todo | 400 | ''",
                "GET | /api/v1/methods/no-such | 404 | ''",
                "GET | /api/v1/methods/no-such.yaml | 404 | ''",
                "GET | /api/v1/methods/six-orders/versions/999 | 404 | ''",
                "GET | /api/v1/methods/six-orders/versions/one | 404 | ''",
                "GET | /api/v1/events?after=x | 400 | ''",
                "GET | /api/v1/nothing | 404 | ''",
                "GET | /api/v2/orders | 404 | ''",
                "PUT | /api/v1/orders | 405 | {}",
                "DELETE | /api/v1/orders/20260101-000001 | 405 | ''",
                "PATCH | /api/v1/methods | 405 | {}",
                "POST | /api/v1/webhooks | 400 | {\"url\": \"ftp://localhost/\"}",
                "POST | /api/v1/webhooks | 400 | {\"url\": 7}",
                "POST | /api/v1/drafts/x/files | 415 | {}",
                "DELETE | /api/v1/webhooks/99 | 404 | ''"
            })
    void every_invalid_request_is_answered_with_a_problem(String method, String path, int status, String body) {
        var answer = clerk.send(clerk.request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("type").asString()).startsWith("urn:liudan:problem:");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("errors").isArray()).isTrue();
    }

    @Test
    void a_problem_names_the_invalid_field_in_the_language_of_the_caller() {
        var body = "{\"method\": \"six-orders\", \"action\": \"register\", \"answers\": {\"region\": \"nowhere\"}}";
        var chinese = clerk.post("/api/v1/orders", body);
        assertThat(chinese.json().path("title").asString()).isEqualTo("没有办成");
        assertThat(chinese.invalidFields()).contains("region", "content", "happened");
        var english = clerk.post("/api/v1/orders", body, "Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5");
        assertThat(english.json().path("title").asString()).isEqualTo("Not done");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString()))
                .contains("Choose one of the options.");
    }

    @Test
    void a_problem_names_the_unknown_field_of_a_body() {
        var answer = clerk.post("/api/v1/orders", "{\"method\": \"six-orders\", \"surprise\": 1}");
        assertThat(answer.invalidFields()).containsExactly("surprise");
    }

    @Test
    void wrong_methods_and_media_types_are_refused_with_a_problem() {
        var method = clerk.send(clerk.request("/api/v1/orders").DELETE());
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        var format = clerk.get("/api/v1/orders", "Accept", "image/png");
        assertThat(format.status()).isEqualTo(406);
        assertThat(format.header("Content-Type")).isEqualTo("application/problem+json");
        var type = clerk.send(clerk.request("/api/v1/orders")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
        assertThat(type.status()).isEqualTo(415);
    }

    @Test
    void a_file_that_is_too_large_is_answered_with_413() {
        var draft = clerk.post("/api/v1/drafts", "").json().path("draft").asString();
        var answer = clerk.send(clerk.request("/api/v1/drafts/" + draft + "/files")
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(BodyPublishers.ofString(
                        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                                + "x".repeat(21 * 1024 * 1024) + "\r\n--xx--\r\n")));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void methods_figures_and_code_lists_can_be_read() {
        assertThat(clerk.get("/api/v1/methods").body()).contains("\"six-orders\"");
        assertThat(clerk.get("/api/v1/methods/six-orders").json().path("steps")).isNotEmpty();
        var text = clerk.get("/api/v1/methods/six-orders.yaml");
        assertThat(text.header("Content-Type")).startsWith("application/yaml");
        assertThat(text.body()).contains("six-orders");
        assertThat(clerk.get("/api/v1/methods/six-orders/versions").json().path("versions"))
                .isNotEmpty();
        assertThat(clerk.get("/api/v1/methods/six-orders/versions/1.yaml").body())
                .isEqualTo(text.body());
        assertThat(clerk.get("/api/v1/figures")
                        .json()
                        .path("by")
                        .path("category")
                        .isArray())
                .isTrue();
        assertThat(clerk.get("/api/v1/regions").body()).contains(District.COMMUNITY);
        assertThat(clerk.get("/api/v1/units").body()).contains("city-management");
        assertThat(clerk.get("/api/v1/categories").body()).contains("infrastructure.streetlight");
    }
}
