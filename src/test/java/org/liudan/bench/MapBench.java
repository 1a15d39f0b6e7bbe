package org.liudan.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditSource;
import org.liudan.geo.Coordinates;
import org.liudan.geo.RegionShapes;
import org.liudan.geo.Shapes;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the map waits, with 200,000 subjects and 100,000 orders, and how long a point looks for its grid among 5,000. Run
 * with {@code ./mvnw -Pbench verify -Dtest=MapBench}.
 */
@DistrictTest
class MapBench {

    private static final int SUBJECTS = 200_000;
    private static final int ORDERS = 100_000;
    private static final int GRIDS = 5_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20);

    /** Copies of one real row, all over the district, half of the orders closed. */
    private static final String MORE_ORDERS = """
            insert into orders
            select (jsonb_populate_record(o, jsonb_build_object(
                'id', o.id + n, 'lon', 109.6 + random() * 0.8, 'lat', 27.05 + random() * 0.35,
                'closed', case when n %% 2 = 0 then 'done' end,
                'holder_unit', case when n %% 2 = 1 then o.holder_unit end,
                'holder_post', case when n %% 2 = 1 then o.holder_post end,
                'alarm_at', case when n %% 2 = 1 then o.alarm_at end,
                'raised_at', o.raised_at - n * interval '3 minutes'))).*
            from orders o, generate_series(1, %d) n where o.id = :one
            """.formatted(ORDERS);

    private static final String MORE_SUBJECTS = """
            insert into subject
            select (jsonb_populate_record(o, jsonb_build_object(
                'id', o.id + n, 'key', o.key || n, 'lon', 109.6 + random() * 0.8, 'lat', 27.05 + random() * 0.35))).*
            from subject o, generate_series(1, %d) n where o.id = :one
            """.formatted(SUBJECTS);

    @Autowired
    Play play;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RegionShapes kept;

    @Autowired
    Shapes shapes;

    @LocalServerPort
    int port;

    @Test
    void the_map_of_a_full_district() {
        play.at("2026-11-16T09:00");
        var order = play.raises(
                "six-orders", Play.RESIDENT, "raise", "content", "路灯", "region", "431271001001", "point", "110,27.1");
        var house = play.raises(
                "fishermen",
                Play.officer("431271001001.clerk"),
                "enter",
                "code",
                "B-",
                "title",
                "户主",
                "region",
                "431271001001",
                "helper",
                "网格员",
                "people",
                3,
                "employment",
                "farming",
                "insurance",
                "resident",
                "point",
                "110,27.1");
        jdbc.sql(MORE_ORDERS).param("one", order.id()).update();
        jdbc.sql(MORE_SUBJECTS).param("one", house.id()).update();
        jdbc.sql("vacuum analyze orders").update();
        jdbc.sql("vacuum analyze subject").update();
        var both = "?show=orders,fishermen&state=all";
        for (var account : List.of("inspector", "community")) {
            var browser = new Browser(port).as(account);
            say(
                    "%s, district: %s",
                    account, times(browser, "/map/points.json" + both + "&box=109.5,27,110.5,27.5&zoom=10"));
            say(
                    "%s, street: %s",
                    account, times(browser, "/map/points.json" + both + "&box=109.95,27.1,110.05,27.16&zoom=14"));
            say(
                    "%s, corner: %s",
                    account, times(browser, "/map/points.json" + both + "&box=109.99,27.1,110.0,27.106&zoom=17"));
            say(
                    "%s, heat of a month: %s",
                    account,
                    times(browser, "/map/heat.json" + both + "&box=109.5,27,110.5,27.5&zoom=10&month=2026-10"));
            say("%s, whole page: %s", account, times(browser, "/map" + both));
        }
    }

    @Test
    void a_point_finds_its_grid() {
        var factory = new GeometryFactory();
        var grids = new HashMap<String, Geometry>();
        for (int at = 0; at < GRIDS; at++) {
            grids.put("grid-" + at, grid(factory, 109.5 + at % 100 * 0.01, 27 + Math.floorDiv(at, 100) * 0.01));
        }
        kept.propose(grids, "bench", new AuditSource("administrator", "127.0.0.1"));
        kept.publish(new AuditSource("administrator", "127.0.0.1"));
        var lots = new Random(1);
        long found = 0;
        for (int round = 0; round < 5; round++) {
            var started = System.nanoTime();
            found = 0;
            for (int at = 0; at < 1_000_000; at++) {
                found += shapes.at(new Coordinates(109.5 + lots.nextDouble(), 27 + lots.nextDouble() * 0.5))
                                .isPresent()
                        ? 1
                        : 0;
            }
            say(
                    "a point among %d grids of 60 corners: %.2f µs",
                    shapes.all().size(), (System.nanoTime() - started) / 1e9);
        }
        say("of a million points %d lie in a grid", found);
    }

    private static Geometry grid(GeometryFactory factory, double west, double south) {
        var ring = new Coordinate[61];
        for (int at = 0; at < 60; at++) {
            double angle = at * Math.PI / 30;
            ring[at] =
                    new Coordinate(west + 0.005 + 0.0055 * Math.cos(angle), south + 0.005 + 0.0055 * Math.sin(angle));
        }
        ring[60] = ring[0];
        return factory.createPolygon(ring);
    }

    private static String times(Browser browser, String address) {
        var times = new double[ROUNDS];
        int length = 0;
        for (int at = -5; at < ROUNDS; at++) {
            var started = System.nanoTime();
            var answer = browser.get(address);
            if (answer.status() != 200) {
                throw new AssertionError(address + " answered " + answer.status());
            }
            length = answer.raw().length();
            if (at >= 0) {
                times[at] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(times);
        return "median %.0f ms, 95 of 100 %.0f ms, %d kB"
                .formatted(times[ROUNDS / 2], times[ROUNDS * 95 / 100], length / 1000);
    }

    private static void say(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }
}
