package org.liudan.patrols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The results of the visits that a phone sends. The test has its own database, because it counts subjects. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=rounds")
class VisitCallsTest {

    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    private PatrolScene scene;
    private Browser clerk;

    @BeforeEach
    void sign_in_a_clerk() {
        play.at("2026-10-12T09:00");
        scene = new PatrolScene(play, port);
        clerk = scene.clerk();
    }

    @Test
    void a_visit_that_is_sent_twice_is_recorded_once_and_gets_the_same_response() {
        var plan = scene.plan("重发线路", COMMUNITY);
        var request = UUID.randomUUID().toString();
        var first = scene.send(
                clerk,
                plan,
                request,
                PatrolScene.seen("twice"),
                "is-found",
                "true",
                "danger",
                "私拉电线",
                "danger-at",
                "一楼");
        var second = scene.send(
                clerk,
                plan,
                request,
                PatrolScene.seen("twice"),
                "is-found",
                "true",
                "danger",
                "私拉电线",
                "danger-at",
                "一楼");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"taken\":true", "/orders/", "隐患整改销号");
        assertThat(play.now(plan).did()).containsEntry("patrol", 1);
        assertThat(play.children(plan)).hasSize(1);
        play.holds();
    }

    @Test
    void a_refused_visit_returns_the_reason_and_the_current_subject() {
        var plan = scene.plan("拒绝线路", COMMUNITY);
        var answer =
                scene.send(clerk, plan, UUID.randomUUID().toString(), PatrolScene.seen("twice"), "is-found", "true");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("发现隐患的，请写明隐患情况和位置。", "\"stops\":[{");
        assertThat(play.now(plan).did()).doesNotContainKey("patrol");
    }

    @Test
    void a_visit_noted_at_another_step_is_a_conflict_but_another_visit_meanwhile_is_not() {
        var plan = scene.plan("别的步骤", COMMUNITY);
        play.does(SECRETARY, "patrol", plan, "stops", "配电房", "looked-at", List.of("fire"), "is-found", false);
        assertThat(scene.send(clerk, plan, UUID.randomUUID().toString(), PatrolScene.seen("own"), "is-found", "false")
                        .body())
                .contains("它的状态已由“按间隔巡查”变为“每半月巡查”");
        assertThat(scene.send(clerk, plan, UUID.randomUUID().toString(), PatrolScene.seen("twice"), "is-found", "false")
                        .status())
                .isEqualTo(200);
        assertThat(play.now(plan).did()).containsEntry("patrol", 2);
    }

    @Test
    void visits_of_another_account_or_to_invisible_subjects_are_refused() {
        var plan = scene.plan("旁人线路", COMMUNITY);
        var other = new Browser(port).as("community-secretary");
        assertThat(scene.send(other, plan, UUID.randomUUID().toString(), PatrolScene.seen("twice"), "is-found", "false")
                        .body())
                .contains("现在登录的是另一个账号");
        var elsewhere = scene.plan("看不到的线路", "431271001002");
        assertThat(scene.send(
                                clerk,
                                elsewhere,
                                UUID.randomUUID().toString(),
                                PatrolScene.seen("twice"),
                                "is-found",
                                "false")
                        .body())
                .contains("找不到这个对象");
        assertThat(scene.send(clerk, plan, UUID.randomUUID().toString(), "{not json", "is-found", "false")
                        .status())
                .isEqualTo(200);
        assertThat(new Browser(port)
                        .post("/patrol/visits", "account", "community")
                        .toSignIn())
                .isTrue();
    }

    @Test
    void a_unrecorded_visit_needs_a_reason_and_is_visible_with_its_subject() {
        var plan = scene.plan("搁置线路", COMMUNITY);
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
        assertThat(setAside(parts, "reason", " ")).isEqualTo(422);
        assertThat(setAside(parts, "reason", "计划停了", "noted", "门牌13号", "noted-at", "2026-10-12T01:00:00Z"))
                .isEqualTo(204);
        assertThat(setAside(parts, "reason", "再来一次")).isEqualTo(204);
        assertThat(clerk.get("/patrol/aside").body()).contains("计划停了", "门牌13号").doesNotContain("再来一次");
        assertThat(new Browser(port).as("street").get("/patrol/aside").body()).contains("计划停了");
        assertThat(new Browser(port)
                        .as("clerk-431271001002")
                        .get("/patrol/aside")
                        .body())
                .doesNotContain("计划停了");
    }

    private int setAside(List<String> parts, String... more) {
        var all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return clerk.post("/patrol/aside", all.toArray(String[]::new)).status();
    }
}
