package org.liudan.patrols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What a phone takes along, and what becomes of what it sends; in a database of its own, because subjects are counted. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=rounds")
class RoundTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    private Browser clerk;

    @BeforeEach
    void a_clerk_with_a_phone() {
        play.at("2026-10-12T09:00");
        clerk = new Browser(port).as("community");
    }

    @Test
    void a_round_holds_what_one_may_visit_oneself_what_is_overdue_first() {
        var late = plan("迟到线路" + NUMBERS.get(), COMMUNITY);
        play.at("2026-10-20T09:00");
        var due = plan("本期线路" + NUMBERS.get(), COMMUNITY);
        plan("别处线路", "431271001002");
        var pack = clerk.get("/patrol/pack").body();
        assertThat(pack).contains(late.text("title"), due.text("title")).doesNotContain("别处线路");
        assertThat(pack.indexOf(late.text("title"))).isLessThan(pack.indexOf(due.text("title")));
        assertThat(pack).contains("\"light\":\"red\"");
        assertThat(new Browser(port).as("inspector").get("/patrol/pack").body()).doesNotContain(due.text("title"));
        assertThat(clerk.get("/patrol").body()).contains(late.text("title"));
    }

    @Test
    void personal_data_and_confidential_registers_stay_off_the_phone() {
        household("渔民壬");
        play.raises(
                "recovery",
                CLERK,
                "receive",
                "code",
                "KF-" + NUMBERS.incrementAndGet(),
                "person",
                "某某",
                "region",
                COMMUNITY,
                "helper",
                "志愿者甲",
                "since",
                "2026-03-01");
        play.at("2026-12-20T09:00");
        var pack = clerk.get("/patrol/pack").body();
        assertThat(pack)
                .contains("渔民壬")
                .doesNotContain("13800001234")
                .doesNotContain("138****1234")
                .doesNotContain("志愿者甲");
    }

    @Test
    void a_visit_that_is_sent_twice_is_recorded_once_and_answered_alike() {
        var plan = plan("重发线路", COMMUNITY);
        var request = UUID.randomUUID().toString();
        var first = send(clerk, plan, request, seen("twice"), "is-found", "true", "danger", "私拉电线", "danger-at", "一楼");
        var second = send(clerk, plan, request, seen("twice"), "is-found", "true", "danger", "私拉电线", "danger-at", "一楼");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"taken\":true", "/orders/", "隐患整改销号");
        assertThat(play.now(plan).did()).containsEntry("patrol", 1);
        assertThat(play.children(plan)).hasSize(1);
        play.holds();
    }

    @Test
    void what_the_rules_refuse_comes_back_with_the_reason_and_the_subject_as_it_stands() {
        var plan = plan("拒绝线路", COMMUNITY);
        var answer = send(clerk, plan, UUID.randomUUID().toString(), seen("twice"), "is-found", "true");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("发现隐患的，请写明隐患情况和位置。", "\"stops\":[{");
        assertThat(play.now(plan).did()).doesNotContainKey("patrol");
    }

    @Test
    void a_visit_noted_at_another_step_is_asked_about_and_another_visit_meanwhile_is_not() {
        var plan = plan("别的步骤", COMMUNITY);
        play.does(SECRETARY, "patrol", plan, "stops", "配电房", "looked-at", List.of("fire"), "is-found", false);
        assertThat(send(clerk, plan, UUID.randomUUID().toString(), seen("own"), "is-found", "false")
                        .body())
                .contains("它的状态已由“按间隔巡查”变为“每半月巡查”");
        assertThat(send(clerk, plan, UUID.randomUUID().toString(), seen("twice"), "is-found", "false")
                        .status())
                .isEqualTo(200);
        assertThat(play.now(plan).did()).containsEntry("patrol", 2);
    }

    @Test
    void nobody_sends_the_visits_of_another_or_to_what_they_may_not_see() {
        var plan = plan("旁人线路", COMMUNITY);
        var other = new Browser(port).as("community-secretary");
        assertThat(send(other, plan, UUID.randomUUID().toString(), seen("twice"), "is-found", "false")
                        .body())
                .contains("现在登录的是另一个账号");
        var elsewhere = plan("看不到的线路", "431271001002");
        assertThat(send(clerk, elsewhere, UUID.randomUUID().toString(), seen("twice"), "is-found", "false")
                        .body())
                .contains("找不到这个对象");
        assertThat(send(clerk, plan, UUID.randomUUID().toString(), "{not json", "is-found", "false")
                        .status())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .post("/patrol/visits", "account", "community")
                        .toSignIn())
                .isTrue();
    }

    @Test
    void who_has_how_much_to_visit_is_counted_by_keeper_and_leads_to_the_list() {
        household("渔民癸");
        play.at("2027-01-11T09:00");
        var page = clerk.get("/patrol/keepers").body();
        assertThat(page).contains("网格员丙").contains("/registers/fishermen?keeper=");
        var address = page.replaceAll("(?s).*href=\"(/registers/fishermen\\?keeper=[^\"]*tab=overdue)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(clerk.get(address).body()).contains("渔民癸");
        assertThat(new Browser(port)
                        .as("clerk-431271001002")
                        .get("/patrol/keepers")
                        .body())
                .doesNotContain("网格员丙");
    }

    @Test
    void what_is_set_aside_needs_a_reason_and_is_read_by_those_who_see_the_subject() {
        var plan = plan("搁置线路", COMMUNITY);
        var request = UUID.randomUUID().toString();
        var parts = List.of(
                "account",
                "community",
                "request",
                request,
                "number",
                play.number(plan),
                "title",
                "搁置线路",
                "what",
                "登记巡查");
        assertThat(aside(parts, "reason", " ")).isEqualTo(422);
        assertThat(aside(parts, "reason", "计划停了", "noted", "门牌13号", "noted-at", "2026-10-12T01:00:00Z"))
                .isEqualTo(204);
        assertThat(aside(parts, "reason", "再来一次")).isEqualTo(204);
        assertThat(clerk.get("/patrol/aside").body()).contains("计划停了", "门牌13号").doesNotContain("再来一次");
        assertThat(new Browser(port).as("street").get("/patrol/aside").body()).contains("计划停了");
        assertThat(new Browser(port)
                        .as("clerk-431271001002")
                        .get("/patrol/aside")
                        .body())
                .doesNotContain("计划停了");
    }

    private int aside(List<String> parts, String... more) {
        var all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return clerk.post("/patrol/aside", all.toArray(String[]::new)).status();
    }

    private Browser.Answer send(Browser who, Order plan, String request, String seen, String... answers) {
        var parts = new ArrayList<>(List.of(
                "account",
                "community",
                "seat",
                COMMUNITY + "/clerk",
                "request",
                request,
                "number",
                play.number(plan),
                "action",
                "patrol",
                "seen",
                seen,
                "stops",
                "配电房",
                "looked-at",
                "fire"));
        parts.addAll(List.of(answers));
        return who.post("/patrol/visits", parts.toArray(String[]::new));
    }

    private static String seen(String step) {
        return "{\"step\":\"" + step + "\",\"values\":{}}";
    }

    private Order plan(String title, String region) {
        return play.raises(
                "patrols",
                Play.officer(region + ".clerk"),
                "enter",
                "code",
                "LX-" + NUMBERS.incrementAndGet(),
                "title",
                title,
                "kind",
                "safety",
                "region",
                region,
                "route",
                "配电房",
                "keeper",
                "网格员甲",
                "often",
                "half-month");
    }

    private void household(String title) {
        play.raises(
                "fishermen",
                CLERK,
                "enter",
                "code",
                "YM-" + NUMBERS.incrementAndGet(),
                "title",
                title,
                "region",
                COMMUNITY,
                "helper",
                "网格员丙",
                "people",
                4,
                "employment",
                "farming",
                "insurance",
                "resident",
                "phone",
                "13800001234");
    }
}
