package org.liudan.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.batches.Batches;
import org.liudan.engine.decision.Relocation;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.geo.Shapes;
import org.liudan.organisation.Directories;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Grids and micro-grids within communities. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class GridPagesTest {

    private static final String GRID = COMMUNITY + "-1";
    private static final Actor CLERK_THERE = Play.officer("431271001003.clerk");

    @Autowired
    Play play;

    @Autowired
    Batches batches;

    @Autowired
    Directories directories;

    @Autowired
    Shapes shapes;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Browser street;

    @BeforeEach
    void on_a_working_day() {
        play.at("2026-10-12T09:00");
        street = new Browser(port).as("street");
    }

    @Test
    void a_subject_in_a_grid_is_held_by_its_worker_and_not_seen_by_other_grids() {
        var household = enterHousehold("G-01", GRID);
        assertThat(play.holder(household)).isEqualTo(GRID + ".worker");
        assertThat(fishermenPage(new Browser(port).as("grid"))).contains("G-01");
        assertThat(fishermenPage(new Browser(port).as("worker-" + COMMUNITY + "-2")))
                .doesNotContain("G-01");
        assertThat(fishermenPage(new Browser(port).as("community"))).contains("G-01");
    }

    @Test
    void a_household_outside_every_grid_is_held_by_the_community() {
        assertThat(play.holder(enterHousehold("G-02", COMMUNITY))).isEqualTo(COMMUNITY + ".clerk");
    }

    @Test
    void subjects_are_moved_to_another_grid_with_a_record() {
        var household = enterHousehold("G-03", GRID);
        var due = play.due(household, "visit");
        var to = COMMUNITY + "-2";
        var answer = street.post("/grids/" + to + "/subjects", "register", "fishermen", "keys", "G-03\n");
        assertThat(answer.status()).isEqualTo(302);
        batches.work();
        assertThat(street.get(java.net.URI.create(answer.location()).getPath()).body())
                .contains("网格调整，划转", "已办", "/subjects/");
        assertThat(play.holder(household)).isEqualTo(to + ".worker");
        assertThat(play.now(household).text("region")).isEqualTo(to);
        assertThat(play.now(household).did()).containsEntry(Relocation.RELOCATED, 1);
        assertThat(play.due(household, "visit")).isEqualTo(due);
        play.holds();
    }

    @Test
    void a_number_that_the_register_does_not_know_moves_nothing() {
        var household = enterHousehold("G-04", GRID);
        var answer = street.post("/grids/" + COMMUNITY + "-2/subjects", "register", "fishermen", "keys", "G-04 G-99");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("G-99", "G-04 G-99");
        assertThat(play.now(household).text("region")).isEqualTo(GRID);
    }

    @Test
    void a_grid_is_added_renamed_and_dissolved_when_it_is_empty() {
        var community = "431271001003";
        assertThat(street.post("/grids/" + community + "/add", "name", "新建网格").status())
                .isEqualTo(302);
        var grid = directories.current().within(community).stream()
                .filter(region -> region.name().equals("新建网格"))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(street.post("/grids/" + community + "/add", "name", "新建网格").body())
                .contains("不能和同级其他网格相同");
        assertThat(street.post("/grids/" + grid + "/name", "name", "江边网格").status())
                .isEqualTo(302);
        assertThat(street.get("/grids/" + grid).body()).contains("回龙寺社区 江边网格", "还没有人");
        var household = enterHousehold("G-05", grid);
        assertThat(street.post("/grids/" + grid + "/dissolve").body()).contains("这里还有 1 件");
        play.does(
                CLERK_THERE,
                "change",
                household,
                "title",
                "渔民甲",
                "region",
                community,
                "helper",
                "网格员一",
                "people",
                4,
                "employment",
                "farming",
                "insurance",
                "resident");
        assertThat(street.post("/grids/" + grid + "/dissolve").status()).isEqualTo(302);
        assertThat(street.get("/grids/" + grid).status()).isEqualTo(404);
        play.holds();
    }

    @Test
    void a_subject_in_another_grid_by_the_map_is_moved_there_with_a_record() {
        var community = "431271001008";
        var west = enterHousehold("G-06", community + "-1", "110.0100,27.1000");
        var east = enterHousehold("G-07", community + "-1", "110.0300,27.1000");
        var elsewhere = enterHousehold("G-08", community + "-1", "111.0000,27.1000");
        assertThat(street.get("/grids/" + community).body()).doesNotContain("按地图边界划转");
        insertShape(community + "-1", 110.00, 110.02);
        insertShape(community + "-2", 110.02, 110.04);
        shapes.reload();
        assertThat(street.get("/grids/" + community).body()).contains("有 1 件的位置");
        assertThat(street.post("/grids/" + community + "/redraw").status()).isEqualTo(302);
        batches.work();
        assertThat(play.now(west).text("region")).isEqualTo(community + "-1");
        assertThat(play.now(east).text("region")).isEqualTo(community + "-2");
        assertThat(play.holder(east)).isEqualTo(community + "-2.worker");
        assertThat(play.now(elsewhere).text("region"))
                .as("no shape says where it is")
                .isEqualTo(community + "-1");
        assertThat(street.post("/grids/" + community + "/redraw").status()).isEqualTo(422);
        play.holds();
    }

    private void insertShape(String region, double from, double to) {
        jdbc.sql("insert into region_shape values (431271, :region, true, :geometry, 'test', null, now())")
                .param("region", region)
                .param(
                        "geometry",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,27.0],[%2$s,27.0],[%2$s,27.2],[%1$s,27.2],[%1$s,27.0]]]}"
                                .formatted(from, to))
                .update();
    }

    @Test
    void only_the_street_changes_its_grids() {
        assertThat(new Browser(port)
                        .as("community")
                        .post("/grids/" + COMMUNITY + "/add", "name", "私设网格")
                        .status())
                .isEqualTo(403);
        assertThat(street.post("/grids/431271218201/add", "name", "越界网格").status())
                .isEqualTo(403);
        assertThat(new Browser(port).as("community").get("/grids/" + COMMUNITY).body())
                .doesNotContain("<textarea");
    }

    private String fishermenPage(Browser who) {
        return who.get("/registers/fishermen").body();
    }

    private Order enterHousehold(String code, String region) {
        return enterHousehold(code, region, "");
    }

    private Order enterHousehold(String code, String region, String point) {
        return play.raises(
                "fishermen",
                Play.officer("431271001.dispatcher"),
                "enter",
                Filled.household(code, region, "point", point));
    }
}
