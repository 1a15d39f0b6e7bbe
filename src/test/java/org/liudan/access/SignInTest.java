package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.liudan.web.AttemptThrottle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@AccessDistrict
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("signInThrottle")
    AttemptThrottle wrongPasswords;

    @Test
    void five_failures_lock_an_account_and_fifteen_minutes_open_it_again() {
        var browser = new Browser(port);
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(browser, "handler-veterans", "wrong").body()).contains("账号或密码不对");
        }
        assertThat(signIn(browser, "handler-veterans", "wrong").body()).contains("账号已锁定，请 16 分钟后再试");
        assertThat(signIn(browser, "handler-veterans", District.PASSWORD).body())
                .contains("账号已锁定");
        clock.pass(Duration.ofMinutes(15));
        assertThat(signIn(browser, "handler-veterans", "wrong").body())
                .as("the count begins anew")
                .contains("账号或密码不对");
        assertThat(signIn(browser, "handler-veterans", District.PASSWORD).location())
                .endsWith("/desk");
    }

    @Test
    void an_unknown_account_is_answered_like_a_wrong_password() {
        var unknown = signIn(new Browser(port), "nobody-here", "wrong");
        var refused = signIn(new Browser(port), "handler-justice", "wrong");
        assertThat(unknown.status()).isEqualTo(refused.status()).isEqualTo(401);
        assertThat(unknown.body()).contains("账号或密码不对");
        assertThat(refused.body()).contains("账号或密码不对");
    }

    @Test
    void the_session_id_changes_at_sign_in_and_signing_out_ends_the_session() {
        var browser = new Browser(port).as("handler-police");
        var first = browser.cookie("liudan");
        signIn(browser, "handler-police", District.PASSWORD);
        assertThat(browser.cookie("liudan")).isNotEmpty().isNotEqualTo(first);
        browser.post("/sign-out");
        assertThat(browser.get("/desk").toSignIn()).isTrue();
    }

    @Test
    void a_session_prepared_by_somebody_else_is_never_signed_in() {
        var stranger = new Browser(port).as("handler-justice");
        var laid = stranger.cookie("liudan");
        var madeUp = java.util.Base64.getEncoder()
                .encodeToString("5f0c9a4e-1111-4222-8333-444455556666".getBytes(StandardCharsets.UTF_8));
        for (var cookie : List.of(laid, madeUp)) {
            var victim = new Browser(port).with("liudan", cookie);
            victim.as("leader");
            assertThat(victim.cookie("liudan")).isNotEmpty().isNotEqualTo(cookie);
            assertThat(new Browser(port).with("liudan", cookie).get("/desk").toSignIn())
                    .isTrue();
        }
    }

    @Test
    void the_cookie_of_a_signed_out_session_is_not_accepted() {
        var browser = new Browser(port).as("leader");
        var cookie = browser.cookie("liudan");
        assertThat(new Browser(port).with("liudan", cookie).get("/desk").status())
                .isEqualTo(200);
        browser.post("/sign-out");
        assertThat(new Browser(port).with("liudan", cookie).get("/desk").toSignIn())
                .isTrue();
    }

    /** Each account is tried only once, so no account is locked. */
    @Test
    void one_password_tried_on_many_accounts_blocks_the_address_for_ten_minutes() {
        clock.pass(Duration.ofMinutes(11));
        var browser = new Browser(port);
        // comparing passwords is slow, so most failures are only counted
        IntStream.range(0, 99).forEach(tried -> wrongPasswords.oneMore("127.0.0.1"));
        assertThat(signIn(browser, "nobody-here", "Liudan-2026").status()).isEqualTo(401);
        var answer = signIn(browser, "leader", District.PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).contains("这里输错密码的次数太多了，请 10 分钟后再试");
        clock.pass(Duration.ofMinutes(11));
        assertThat(signIn(browser, "leader", District.PASSWORD).location()).endsWith("/desk");
    }

    @Test
    void those_who_run_the_system_start_on_their_own_page() {
        assertThat(new Browser(port).as("administrator").get("/desk").location())
                .endsWith("/admin/calendar");
        assertThat(new Browser(port).as("security").get("/desk").location()).endsWith("/admin/people");
        assertThat(new Browser(port).as("auditor").get("/desk").location()).endsWith("/admin/audit");
    }

    @Test
    void guessing_the_old_password_on_the_page_for_changing_it_locks_as_at_sign_in() {
        var browser = new Browser(port).as("handler-civil-affairs");
        for (int i = 0; i < 4; i++) {
            assertThat(change(browser, "wrong").body()).contains("现在的密码不对");
        }
        assertThat(change(browser, "wrong").body()).contains("账号已锁定，请 16 分钟后再试");
        assertThat(change(browser, District.PASSWORD).body())
                .as("also with the right one")
                .contains("账号已锁定");
        assertThat(signIn(new Browser(port), "handler-civil-affairs", District.PASSWORD)
                        .body())
                .contains("账号已锁定");
        clock.pass(Duration.ofMinutes(15));
        assertThat(change(browser, District.PASSWORD).location()).endsWith("/password?done=yes");
    }

    @Test
    void a_password_in_use_for_ninety_days_is_changed_at_the_next_sign_in() {
        setDaysAgo("handler-fire", 89);
        assertThat(signIn(new Browser(port), "handler-fire", District.PASSWORD).location())
                .endsWith("/desk");
        setDaysAgo("handler-fire", 90);
        var browser = new Browser(port);
        assertThat(signIn(browser, "handler-fire", District.PASSWORD).location())
                .endsWith("/password");
        assertThat(browser.get("/desk").location()).endsWith("/password");
        assertThat(browser.get("/password").body()).contains("密码已用到规定期限");
        assertThat(change(browser, District.PASSWORD).location()).endsWith("/password?done=yes");
        assertThat(browser.get("/desk").status()).isEqualTo(200);
    }

    private void setDaysAgo(String account, int days) {
        assertThat(jdbc.sql("update person set password_set_at = :at where account = :account")
                        .param(
                                "at",
                                clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update())
                .isEqualTo(1);
    }

    private static Browser.Answer change(Browser browser, String old) {
        return browser.post("/password", "old", old, "chosen", "Neues-Wort-7", "again", "Neues-Wort-7");
    }

    private static Browser.Answer signIn(Browser browser, String account, String password) {
        return browser.post("/sign-in", "account", account, "password", password);
    }
}
