package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.STREET;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directories;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** “不安全就转移,不安全就不回家,不安全就不放手”，先后临时搬迁避险群众3800余人次 */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class WarningTest {

    private static final Actor NATURAL_RESOURCES = Play.handler("natural-resources");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static int numbers;

    @Autowired
    Play play;

    @Autowired
    Directories directories;

    @LocalServerPort
    int port;

    @BeforeEach
    void on_an_evening_of_rain() {
        play.at("2026-06-19T19:00");
    }

    @Test
    void a_warning_calls_out_every_point_in_its_area_and_no_other() {
        var there = point("431271001002-1", 7);
        var elsewhere = point("431271001003-1", 7);
        var warning = warned("431271001002");
        assertThat(play.children(warning)).hasSize(1);
        var call = play.child(warning, "point");
        assertThat(call.kin().about()).contains(there.id());
        assertThat(play.holder(call)).isEqualTo("431271001002-1.worker");
        assertThat(play.due(call, "confirm")).isEqualTo("2026-06-19T19:15");
        assertThat(call.fields()).containsEntry("people", 7L).containsEntry("watcher", "监测员一");
        assertThat(subject(there)).contains("有关的工单", "避险转移");
        assertThat(subject(elsewhere)).doesNotContain("有关的工单");
        play.does(NATURAL_RESOURCES, "widen", warning, "more", List.of("431271001002", "431271001003"));
        assertThat(play.children(warning))
                .as("the first point is not called twice")
                .hasSize(2);
        play.holds();
    }

    @Test
    void an_area_without_points_calls_nobody() {
        assertThat(play.raisingRefused("warning", NATURAL_RESOURCES, "warn", answers("431271220200")))
                .containsExactly("reason.opens-for-nothing");
    }

    @Test
    void a_point_without_an_answer_is_called_again_and_the_secretary_and_the_leader_are_notified() {
        point("431271001005-1", 4);
        var call = play.child(warned("431271001005"), "point");
        play.at("2026-06-19T19:31");
        assertThat(play.now(call).clock("confirm").orElseThrow().escalated()).isEqualTo(2);
        play.at("2026-06-19T19:41");
        assertThat(play.now(call).clock("confirm").orElseThrow().escalated()).isGreaterThan(2);
    }

    @Test
    void there_is_no_all_clear_while_anybody_is_unaccounted_for_and_no_end_while_anybody_is_not_home() {
        point("431271001006-1", 9);
        point("431271001006-2", 5);
        var warning = warned("431271001006");
        var first =
                play.now(play.desk().find(play.children(warning).get(0).id()).orElseThrow());
        var second =
                play.now(play.desk().find(play.children(warning).get(1).id()).orElseThrow());
        var worker = Play.officer("431271001006-1.worker");
        var neighbour = Play.officer("431271001006-2.worker");
        play.does(worker, "confirm", first, "state", "changing", "counted", 9);
        play.does(worker, "move", first, "moved", 6);
        assertThat(play.refusal(worker, "move", first, "moved", 4)).hasSize(1);
        play.does(worker, "reach", first, "reached", 2);
        play.does(neighbour, "confirm", second, "state", "stable", "counted", 5);
        play.does(neighbour, "move", second, "moved", 5);
        assertThat(play.step(second)).isEqualTo("safe");
        assertThat(play.refusal(NATURAL_RESOURCES, "all-clear", warning, "note", "雨停"))
                .containsExactly("还有隐患点没有确认全员清点，不能解除。请看清点表最上面几行。");
        assertThat(partsTable(warning))
                .contains("还有 1 处“未清点”")
                .containsSubsequence("未清点</dt><dd class=\"num\">1<", "外出");
        play.does(worker, "move", first, "moved", 1);
        play.does(neighbour, "went-back", second, "went", 2, "note", "回去收谷子");
        assertThat(play.refusal(NATURAL_RESOURCES, "all-clear", warning, "note", "雨停"))
                .hasSize(1);
        play.does(neighbour, "move", second, "moved", 2);
        assertThat(partsTable(warning)).contains("没有“未清点”");
        play.does(NATURAL_RESOURCES, "all-clear", warning, "note", "雨停，专家现场踏勘");
        assertThat(play.step(first)).isEqualTo("returning");
        play.does(worker, "home", first, "came", 7);
        assertThat(play.now(first).open()).isFalse();
        assertThat(play.step(warning)).isEqualTo("clearing");
        assertThat(play.refusal(neighbour, "home", second, "came", 6)).containsExactly("比还没返家的人数多。");
        play.does(neighbour, "home", second, "came", 5);
        assertThat(play.step(warning)).isEqualTo("reviewing");
        play.holds();
    }

    @Test
    void a_street_calls_over_its_own_points_only_and_warns_for_itself() {
        point("431271001007-1", 3);
        point("431271002001-1", 3);
        var warning = warned("431271001007", "431271002001");
        var browser = new Browser(port).as("street");
        assertThat(browser.get("/orders/" + play.number(warning) + "/roll").body())
                .contains("共 1 处", "老团社区")
                .doesNotContain("大湾塘社区");
        assertThat(browser.get("/orders/" + play.number(warning)).status()).isEqualTo(404);
        assertThat(new Browser(port)
                        .as("grid")
                        .get("/orders/" + play.number(warning) + "/roll")
                        .status())
                .isEqualTo(404);
        point("431271001008-1", 2);
        var streets = play.raises("warning", DISPATCHER, "warn", with(answers("431271001008"), "region", STREET));
        assertThat(play.holder(streets)).isEqualTo(STREET + ".dispatcher");
    }

    /** “先后临时搬迁避险群众3800余人次”: 500 points, 50 people working in parallel, and each person is counted out and home. */
    @Test
    void an_evening_of_500_points_and_50_people_at_work_at_once() throws Exception {
        var grids = directories.current().ofKind("grid").stream()
                .filter(unit -> unit.code().startsWith("431271003"))
                .toList();
        var points = IntStream.range(0, 500)
                .mapToObj(number -> point(grids.get(number % grids.size()).code(), number % 5 < 3 ? 8 : 7))
                .toList();
        long people = points.stream()
                .mapToLong(point -> (Long) point.fields().get("people"))
                .sum();
        var warning = warned("431271003");
        var calls = play.children(warning);
        assertThat(calls).hasSize(500);
        inParallel(
                50,
                calls.stream()
                        .map(child -> (Callable<Order>) () -> moved(child.id()))
                        .toList());
        play.at("2026-06-19T19:10");
        assertThat(play.now(warning).counts()).containsEntry("safe", 500);
        play.does(NATURAL_RESOURCES, "all-clear", warning, "note", "雨停");
        inParallel(
                50,
                calls.stream()
                        .map(child -> (Callable<Order>) () -> home(child.id()))
                        .toList());
        play.at("2026-06-19T19:20");
        assertThat(play.step(warning)).isEqualTo("reviewing");
        assertThat(calls.stream()
                        .map(child -> play.desk().find(child.id()).orElseThrow())
                        .mapToInt(call -> call.counts().get("out"))
                        .sum())
                .isEqualTo((int) people)
                .isEqualTo(3_800);
        assertThat(partsTable(warning)).contains(">3800<");
        play.holds();
    }

    private Order moved(long id) {
        var call = play.desk().find(id).orElseThrow();
        var worker = Play.officer(play.holder(call));
        var people = ((Long) call.fields().get("people")).intValue();
        play.does(worker, "confirm", call, "state", "changing", "counted", people);
        play.does(worker, "move", call, "moved", 3);
        return play.does(worker, "move", call, "moved", people - 3);
    }

    private Order home(long id) {
        var call = play.desk().find(id).orElseThrow();
        return play.does(
                Play.officer(play.holder(call)),
                "home",
                call,
                "came",
                call.fields().get("people"));
    }

    private static void inParallel(int people, List<Callable<Order>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(people);
        try {
            for (Future<Order> done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private Order warned(String... area) {
        return play.raises("warning", NATURAL_RESOURCES, "warn", answers(area));
    }

    private static Object[] answers(String... area) {
        return new Object[] {"level", "orange", "title", "强降雨橙色预警", "content", "未来3小时降雨量将达50毫米以上", "area", List.of(area)
        };
    }

    private static Object[] with(Object[] answers, Object... more) {
        var all = new ArrayList<>(List.of(answers));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private String partsTable(Order warning) {
        return new Browser(port)
                .as("inspector")
                .get("/orders/" + play.number(warning) + "/roll")
                .body();
    }

    private String subject(Order point) {
        return new Browser(port)
                .as("inspector")
                .get("/subjects/" + play.number(point))
                .body();
    }

    private Order point(String region, int people) {
        return play.raises(
                "hazard-points",
                NATURAL_RESOURCES,
                "enter",
                Filled.slope(
                        "W-" + ++numbers,
                        region,
                        "title",
                        directories.current().regionName(region) + "后山滑坡",
                        "people",
                        people,
                        "watcher",
                        "监测员一"));
    }
}
