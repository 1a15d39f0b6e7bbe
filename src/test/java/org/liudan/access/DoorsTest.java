package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liudan.testing.Browser;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessDistrict
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Test
    void a_form_without_its_token_is_refused_with_a_page_that_says_so() {
        for (var path : new String[] {"/sign-in", "/track", "/language", "/sign-out"}) {
            var answer = new Browser(port).postWith("", path, "to", "en");
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("<h1>页面已过期</h1>").contains("页面打开太久");
        }
    }

    @Test
    void an_unknown_address_is_answered_with_a_page_and_not_with_data() {
        var answer = new Browser(port).as("community").get("/orders/20260101-999999");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("<h1>没有找到</h1>");
    }

    @Test
    void every_answer_carries_the_headers_that_keep_a_browser_safe() {
        for (var path : new String[] {"/", "/sign-in", "/no-such-page", "/css/liudan.css"}) {
            var headers = new Browser(port).get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        }
        assertThat(new Browser(port).get("/sign-in").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        var answer = new Browser(port).post("/sign-in", "account", "leader", "password", "Demo-2026-demo");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("liudan="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "javascript:alert(1)",
                ""
            })
    void nobody_is_redirected_to_another_site(String back) {
        var answer = new Browser(port).post("/language", "to", "en", "back", back);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().replaceFirst("^http://localhost:" + port, ""))
                .isEqualTo("/");
    }

    @Test
    void the_language_can_be_changed_on_any_page() {
        var answer = new Browser(port).post("/language", "to", "en", "back", "/track?x={y}");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).contains("/track?x=");
    }

    @Test
    void ten_wrong_tracking_codes_block_the_address_for_ten_minutes() {
        var browser = new Browser(port);
        clock.pass(Duration.ofMinutes(11));
        for (int i = 0; i < 10; i++) {
            assertThat(browser.get("/track/0000-0000-0000-000" + i).status()).isEqualTo(404);
        }
        var answer = browser.get("/track/0000-0000-0000-0000");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("<h1>试得太多了</h1>");
        assertThat(browser.post("/track", "code", "0000-0000-0000-0001").status())
                .isEqualTo(429);
        clock.pass(Duration.ofMinutes(11));
        assertThat(browser.get("/track/0000-0000-0000-0000").status()).isEqualTo(404);
        clock.pass(Duration.ofMinutes(11));
    }

    @Test
    void a_character_that_no_text_may_have_is_a_bad_request_and_not_a_server_error() {
        assertThat(new Browser(port)
                        .post("/sign-in", "account", "a\0b", "password", "x")
                        .status())
                .isEqualTo(400);
        assertThat(new Browser(port).as("leader").get("/ledger?q=a%00b").status())
                .isEqualTo(400);
    }
}
