package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
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
        var wrong = signIn(new Browser(port), "handler-justice", "wrong");
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(unknown.body()).contains("账号或密码不对");
        assertThat(wrong.body()).contains("账号或密码不对");
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
    void those_who_run_the_system_begin_on_their_own_page() {
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
