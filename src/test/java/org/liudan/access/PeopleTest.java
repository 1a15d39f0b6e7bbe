package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the security administrator manages accounts. */
@AccessDistrict
class PeopleTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_new_account_gets_a_password_once_that_has_to_be_changed_first() {
        var security = new Browser(port).as("security");
        var made = security.post(
                "/admin/people", "account", "zhang.san", "name", "张三", "unit", "housing", "post", "handler");
        assertThat(made.status()).isEqualTo(200);
        var password = RaisedOrders.between(made.body(), "<span class=\"code\">", "<");
        assertThat(security.get("/admin/people/zhang.san").body()).doesNotContain(password);

        var zhang = new Browser(port);
        assertThat(zhang.post("/sign-in", "account", "zhang.san", "password", password)
                        .location())
                .endsWith("/password");
        assertThat(zhang.get("/ledger").location()).endsWith("/password");
        assertThat(zhang.post("/password", "old", password, "chosen", "short", "again", "short")
                        .status())
                .isEqualTo(422);
        assertThat(zhang.post("/password", "old", password, "chosen", District.PASSWORD, "again", District.PASSWORD)
                        .location())
                .endsWith("/password?done=yes");
        assertThat(zhang.get("/ledger").status()).isEqualTo(200);
        assertThat(security.post(
                                "/admin/people",
                                "account",
                                "zhang.san",
                                "name",
                                "李四",
                                "unit",
                                "housing",
                                "post",
                                "handler")
                        .body())
                .contains("这个账号已经有了");
        assertThat(lines("zhang.san%")).contains("person-made zhang.san true", "person-made zhang.san false");
    }

    @Test
    void all_errors_of_a_new_account_are_shown_at_once() {
        var security = new Browser(port).as("security");
        assertThat(security.post("/admin/people", "account", "张三", "name", " ").body())
                .contains("账号只能用小写字母", "请填写姓名", "请选择单位和岗位");
        assertThat(security.post(
                                "/admin/people",
                                "account",
                                "li.si",
                                "name",
                                "李四",
                                "unit",
                                District.COMMUNITY,
                                "post",
                                "inspector")
                        .body())
                .contains("萝卜湾社区 没有“督查员”这个岗位");
    }

    @Test
    void an_account_that_is_ended_or_reset_or_loses_a_post_is_signed_out_at_once() {
        var security = new Browser(port).as("security");
        for (var act : new String[] {"end", "password", "posts/removal"}) {
            var person = new Browser(port).as("handler-market");
            assertThat(person.get("/desk").status()).isEqualTo(200);
            assertThat(security.post("/admin/people/handler-market/" + act, "seat", "market/handler")
                            .status())
                    .isIn(200, 302);
            assertThat(person.get("/desk").toSignIn()).as(act).isTrue();
            assertThat(new Browser(port)
                            .post("/sign-in", "account", "handler-market", "password", District.PASSWORD)
                            .status())
                    .as(act)
                    .isEqualTo(401);
            security.post("/admin/people/handler-market/return");
            security.post("/admin/people/handler-market/posts", "unit", "market", "post", "handler");
            usualPassword("handler-market");
        }
        assertThat(lines("handler-market%"))
                .contains(
                        "person-ended handler-market true",
                        "person-restored handler-market true",
                        "password-reset handler-market true",
                        "post-taken handler-market market/handler true",
                        "post-given handler-market market/handler true");
    }

    @Test
    void nobody_can_change_their_own_account() {
        var security = new Browser(port).as("security");
        for (var act : new String[] {"end", "password", "posts/removal", "posts"}) {
            var answer = security.post(
                    "/admin/people/security/" + act,
                    "seat",
                    "district/security",
                    "unit",
                    "supervision",
                    "post",
                    "inspector");
            assertThat(answer.status()).as(act).isEqualTo(422);
            assertThat(answer.body()).contains("不能由自己改动");
        }
        assertThat(security.get("/admin/people").status()).isEqualTo(200);
        assertThat(lines("security%")).contains("person-ended security false", "password-reset security false");
    }

    @Test
    void the_posts_that_run_the_system_stay_apart() {
        var security = new Browser(port).as("security");
        for (var post : new String[] {"security", "auditor"}) {
            assertThat(security.post("/admin/people/administrator/posts", "unit", "district", "post", post)
                            .body())
                    .contains("要分给不同的人");
        }
        assertThat(security.post("/admin/people/administrator/posts", "unit", "supervision", "post", "inspector")
                        .status())
                .isEqualTo(422);
        assertThat(security.post("/admin/people/inspector/posts", "unit", "district", "post", "auditor")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void accounts_are_found_by_name_and_page_by_page() {
        var security = new Browser(port).as("security");
        assertThat(security.get("/admin/people?q=%E8%90%9D%E5%8D%9C%E6%B9%BE").body())
                .contains("萝卜湾社区书记")
                .doesNotContain("长寨社区书记");
        var first = security.get("/admin/people").body();
        var next = RaisedOrders.between(first, "href=\"/admin/people?q=&amp;after=", "\"");
        assertThat(security.get("/admin/people?after=" + next).body()).doesNotContain("/admin/people/administrator\"");
    }

    private java.util.List<String> lines(String subject) {
        return jdbc.sql("""
                        select kind || ' ' || subject || ' ' || succeeded
                        from audit
                        where account = 'security' and subject like :subject
                        order by id
                        """).param("subject", subject).query(String.class).list();
    }

    private void usualPassword(String account) {
        jdbc.sql("""
                        update person
                        set password = (select password from person where account = 'leader'), must_change = false
                        where account = :account
                        """).param("account", account).update();
    }
}
