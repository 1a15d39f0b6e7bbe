package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditSource;
import org.liudan.geo.Coordinates;
import org.liudan.geo.Gcj02;
import org.liudan.geo.RegionShapes;
import org.liudan.testing.District;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The map with mouse and keyboard, and without JavaScript. */
@JourneyTest
class MapJourneyTest {

    private static final AuditSource ADMINISTRATOR = new AuditSource("administrator", "127.0.0.1");

    @Autowired
    Play play;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    RegionShapes shapes;

    @AfterEach
    void remove_shapes() {
        shapes.remove(COMMUNITY, ADMINISTRATOR);
    }

    @Test
    void a_mark_is_opened_with_the_keyboard_and_links_to_its_order(Town town) {
        // given
        clock.set("2026-11-16T09:00");
        raised("地图上的路灯", "109.981234,27.093456");
        var window = town.officer("inspector");
        window.open("/map?q=" + java.net.URLEncoder.encode("地图上的路灯", java.nio.charset.StandardCharsets.UTF_8));
        var mark = window.page().locator(".map .pin.one");
        mark.waitFor();
        // when
        mark.focus();
        window.page().keyboard().press("Enter");
        // then
        var link = window.page().locator(".here a");
        link.waitFor();
        assertThat(link.innerText()).isEqualTo("地图上的路灯");
        assertThat(window.page().url()).contains("at=109.98").contains("q=");
        window.photograph("map-card");
        window.navigate(() -> window.page().keyboard().press("Enter"));
        assertThat(window.text("main h1")).isEqualTo("地图上的路灯");
        window.page().locator(".map .leaflet-interactive").waitFor();
    }

    @Test
    void the_months_are_played_as_a_heat_map_and_the_address_can_be_shared(Town town) {
        // given
        clock.set("2026-11-16T09:00");
        raised("本月的事", "109.991,27.101");
        var window = town.officer("inspector");
        window.open("/map");
        // when
        window.page().locator("#heat-on").check();
        window.page().locator("#heat-month").press("ArrowLeft");
        // then
        assertThat(window.text("#heat-name")).isEqualTo("2026年10月");
        window.page().waitForURL("**heat=2026-10**");
        // when the address is opened by somebody else
        var other = town.officer("leader");
        other.open(window.page().url().replaceFirst("https?://[^/]+", ""));
        // then
        assertThat(other.text("#heat-name")).isEqualTo("2026年10月");
        window.photograph("map-heat");
    }

    @Test
    void without_javascript_the_list_shows_the_counts_of_each_region(Town town) {
        clock.set("2026-11-16T09:00");
        raised("没有脚本也看得到", "109.992,27.102");
        var window = town.officer("community");
        window.open("/map");
        var html = window.page().locator(".regions").innerHTML();
        assertThat(html).contains("萝卜湾社区", "/ledger?community=" + COMMUNITY);
    }

    @Test
    void a_point_on_the_form_proposes_its_community(Town town) {
        // given
        shapes.propose(
                Map.of(COMMUNITY, new GeometryFactory().toGeometry(new Envelope(109.98, 110.0, 27.09, 27.11))),
                "测试",
                ADMINISTRATOR);
        shapes.publish(ADMINISTRATOR);
        var window = town.resident();
        window.open("/raise");
        // when
        window.page()
                .locator("#f-point")
                .evaluate("e => { e.value = '109.99,27.1'; e.dispatchEvent(new Event('change')); }");
        // then
        window.page().locator("select[data-region] + [role=status]").waitFor();
        assertThat(window.page().locator("select[data-region]").inputValue()).isEqualTo(COMMUNITY);
    }

    @Test
    void the_map_converts_coordinates_as_the_server_does(Town town) {
        var window = town.officer("inspector");
        window.open("/map");
        for (var place : List.of(new Coordinates(110.0, 27.11), new Coordinates(116.404, 39.915))) {
            assertSame(window, "shifted", place, Gcj02.of(place));
            assertSame(window, "unshifted", place, Gcj02.toWgs84(place));
        }
    }

    @Test
    void boundaries_are_uploaded_reviewed_and_published(Town town) {
        // given
        var window = town.officer("administrator");
        window.open("/admin/shapes");
        var file = """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"%s"},
                "geometry":{"type":"Polygon","coordinates":[[[109.98,27.09],[110,27.09],[110,27.11],[109.98,27.09]]]}}]}
                """.formatted(COMMUNITY);
        // when the file is invalid
        upload(window, file.replace("[110,27.11],", ""));
        // then
        assertThat(new FormFaults(window).reasons().get(0)).contains("没有闭合");
        // when
        upload(window, file);
        assertThat(window.texts("tbody tr").get(0)).contains("萝卜湾社区", "新增");
        window.photograph("shapes-proposed");
        window.click(window.button("确认启用"));
        // then
        assertThat(window.texts("tbody tr")).anyMatch(row -> row.contains("萝卜湾社区"));
        assertThat(window.text(".good")).isEqualTo("已启用。");
    }

    private static void upload(Window window, String file) {
        window.page()
                .setInputFiles(
                        "#f-file",
                        new com.microsoft.playwright.options.FilePayload(
                                "边界.geojson",
                                "application/geo+json",
                                file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        window.page().locator("#f-source").fill("测绘院 2026");
        window.click(window.button("检查并预览"));
    }

    private static void assertSame(Window window, String way, Coordinates place, Coordinates expected) {
        var converted = (List<?>) window.page()
                .evaluate(
                        "([way, lon, lat]) => window.liudanGeo[way](lon, lat)", List.of(way, place.lon(), place.lat()));
        var shifted =
                new Coordinates(((Number) converted.get(0)).doubleValue(), ((Number) converted.get(1)).doubleValue());
        assertThat(shifted.metresTo(expected)).isLessThan(0.01);
    }

    private void raised(String content, String point) {
        play.raises("six-orders", Play.RESIDENT, "raise", "content", content, "region", COMMUNITY, "point", point);
    }
}
