package org.liudan.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditSource;
import org.liudan.engine.order.Order;
import org.liudan.geo.RegionShapes;
import org.liudan.geo.Shapes;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map and its data requests. The test has its own database, because it counts marks. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=map")
class MapPagesTest {

    private static final String ELSEWHERE = "431271218201";
    private static final String WHOLE = "&box=109,26,111,28&zoom=9";
    private static final AuditSource ADMINISTRATOR = new AuditSource("administrator", "127.0.0.1");

    @Autowired
    Play play;

    @Autowired
    RegionShapes regionShapes;

    @Autowired
    Shapes shapes;

    @LocalServerPort
    int port;

    private Browser inspector;
    private Browser clerk;

    @BeforeEach
    void raise_orders_and_subjects() {
        play.at("2026-11-16T09:00");
        inspector = new Browser(port).as("inspector");
        clerk = new Browser(port).as("community");
        if (count(points(inspector, "?show=orders")) == 0) {
            raised("路灯不亮", COMMUNITY, "109.990000,27.100000");
            raised("井盖不见了", COMMUNITY, "109.990600,27.100600");
            raised("水管漏水", ELSEWHERE, "110.010000,27.120000");
            raised("没有坐标", COMMUNITY, "");
            raised("坐标错了", COMMUNITY, "111.500000,27.100000");
            play.does(Play.RESIDENT, "withdraw", raised("撤回的", ELSEWHERE, "110.015000,27.125000"), "reason", "已经好了");
            slope("HZ-1", COMMUNITY, "109.995000,27.105000");
            slope("HZ-2", ELSEWHERE, "110.011000,27.121000");
        }
    }

    @Test
    void marks_that_lie_close_together_are_grouped_and_separate_when_zoomed_in() {
        var far = points(inspector, "?show=orders");
        assertThat(far.path("groups")).hasSize(1);
        assertThat(count(far)).isEqualTo(3);
        var near = json(inspector, "/map/points.json?show=orders&box=109.9895,27.0995,109.9915,27.1015&zoom=18");
        assertThat(near.path("groups")).as("some ninety metres apart").hasSize(0);
        assertThat(titles(near)).containsExactlyInAnyOrder("路灯不亮", "井盖不见了");
    }

    @Test
    void orders_and_subjects_are_on_one_map_each_with_its_light_and_address() {
        var both =
                json(inspector, "/map/points.json?show=orders,hazard-points&box=110.009,27.119,110.012,27.122&zoom=18");
        assertThat(titles(both)).containsExactlyInAnyOrder("水管漏水", "边坡 HZ-2");
        assertThat(both.path("singles").findValuesAsString("address"))
                .anyMatch(address -> address.startsWith("/orders/"))
                .anyMatch(address -> address.startsWith("/subjects/"));
        assertThat(both.path("singles").findValuesAsString("light")).allMatch(light -> light.matches("green|amber"));
    }

    @Test
    void a_community_sees_its_own_marks_and_a_department_those_in_which_it_takes_part() {
        assertThat(count(points(clerk, "?show=orders,hazard-points"))).isEqualTo(3);
        assertThat(count(points(inspector, "?show=orders,hazard-points"))).isEqualTo(5);
        assertThat(count(points(new Browser(port).as("department"), "?show=orders,hazard-points")))
                .isZero();
        assertThat(clerk.get("/map/here?box=109,26,111,28").body())
                .contains("路灯不亮")
                .doesNotContain("水管漏水");
        assertThat(clerk.get("/map").body()).doesNotContain("横岩乡</a>");
    }

    @Test
    void confidential_subjects_are_on_no_map_even_for_viewers_who_may_read_them() {
        var page = inspector.get("/map?show=orders,recovery").body();
        assertThat(page).doesNotContain("戒毒");
        assertThat(count(points(inspector, "?show=recovery"))).isZero();
    }

    @Test
    void the_list_beside_the_map_has_the_same_counts_and_counts_orders_without_coordinates() {
        var page = inspector.get("/map?show=orders").body();
        assertThat(page).contains("地图上 4 个，没有坐标 1 个").contains("有 1 个点不在任何区域的边界内");
        assertThat(page).contains("/ledger?community=" + COMMUNITY + "&amp;state=open");
        var narrowed = inspector.get("/map?show=orders&region=" + ELSEWHERE).body();
        assertThat(narrowed).contains("地图上 1 个，没有坐标 0 个");
        assertThat(inspector.get("/map?show=hazard-points").body())
                .contains("/registers/hazard-points?region=" + COMMUNITY);
    }

    @Test
    void the_filter_of_the_address_applies_to_the_list_the_marks_and_the_heat_map() {
        assertThat(count(points(inspector, "?show=orders&region=" + COMMUNITY))).isEqualTo(2);
        assertThat(count(points(inspector, "?show=orders&light=red"))).isZero();
        assertThat(count(points(inspector, "?show=orders&method=whistle"))).isZero();
        assertThat(count(points(inspector, "?show=hazard-points&scale=small"))).isEqualTo(2);
        assertThat(count(points(inspector, "?show=hazard-points&scale=large"))).isZero();
    }

    @Test
    void closed_orders_are_shown_on_request_and_always_counted_in_the_heat_map() {
        assertThat(count(points(inspector, "?show=orders"))).isEqualTo(3);
        assertThat(count(points(inspector, "?show=orders&state=all"))).isEqualTo(4);
        assertThat(count(points(inspector, "?show=orders&state=closed"))).isEqualTo(1);
        assertThat(heat("2026-11")).isEqualTo(4);
        assertThat(heat("2026-10")).isZero();
        assertThat(play.verification().verify().differences()).isEmpty();
    }

    @Test
    void an_invalid_box_zoom_or_month_is_refused() {
        for (var invalid :
                List.of("box=1,2,3&zoom=9", "box=a,b,c,d&zoom=9", "box=3,2,1,0&zoom=9", "box=1,2,3,4&zoom=99")) {
            assertThat(inspector.get("/map/points.json?" + invalid).status())
                    .as(invalid)
                    .isEqualTo(400);
        }
        assertThat(inspector.get("/map/heat.json?month=2026-13" + WHOLE).status())
                .isEqualTo(400);
    }

    @Test
    void a_published_shape_finds_points_and_is_drawn_and_can_be_removed() {
        var square = new GeometryFactory().toGeometry(new Envelope(109.98, 110.0, 27.09, 27.11));
        regionShapes.propose(Map.of(COMMUNITY, square), "测试", ADMINISTRATOR);
        assertThat(at("109.99", "27.1")).containsExactly("431271");
        regionShapes.publish(ADMINISTRATOR);
        assertThat(at("109.99", "27.1")).containsExactly(COMMUNITY, "431271");
        assertThat(json(inspector, "/map/regions.json?box=109.9,27,110.1,27.2&zoom=13")
                        .findValuesAsString("code"))
                .contains(COMMUNITY);
        assertThat(regionShapes.remove(COMMUNITY, ADMINISTRATOR)).isTrue();
        assertThat(at("109.99", "27.1")).containsExactly("431271");
        assertThat(at("", "")).isEmpty();
        assertThat(new Browser(port)
                        .as("auditor")
                        .get("/admin/audit?kind=shapes")
                        .body())
                .contains("publish " + COMMUNITY, "remove " + COMMUNITY);
    }

    private List<String> at(String lon, String lat) {
        return json(new Browser(port), "/geo/at?lon=" + lon + "&lat=" + lat).findValuesAsString("code");
    }

    private long heat(String month) {
        long total = 0;
        for (var spot : json(inspector, "/map/heat.json?show=orders&month=" + month + WHOLE)) {
            total += spot.path("count").asLong();
        }
        return total;
    }

    private static JsonNode points(Browser browser, String query) {
        return json(browser, "/map/points.json" + query + WHOLE);
    }

    private static long count(JsonNode points) {
        long total = points.path("singles").size();
        for (var group : points.path("groups")) {
            total += group.path("count").asLong();
        }
        return total;
    }

    private static List<String> titles(JsonNode points) {
        return points.path("singles").findValuesAsString("title");
    }

    private static JsonNode json(Browser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private Order raised(String content, String region, String point) {
        return play.raises("six-orders", Play.RESIDENT, "raise", "content", content, "region", region, "point", point);
    }

    private void slope(String code, String region, String point) {
        play.raises(
                "hazard-points",
                Play.officer(region + ".clerk"),
                "enter",
                "code",
                code,
                "title",
                "边坡 " + code,
                "region",
                region,
                "place",
                "屋后",
                "kind",
                "slope",
                "scale",
                "small",
                "households",
                2,
                "people",
                6,
                "responsible",
                "村主干",
                "watcher",
                "监测员",
                "phone",
                "13800000000",
                "point",
                point);
    }
}
