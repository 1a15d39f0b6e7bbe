package org.liudan.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.STREET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.Growth;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DistrictTest
class FigureCounterTest {

    private static final List<String> ALL = List.copyOf(Figures.BY.keySet());
    private static final List<Viewer> VIEWERS = Stream.of(
                    new Seat("supervision", "inspector"),
                    new Seat(STREET, "dispatcher"),
                    new Seat(COMMUNITY, "clerk"),
                    new Seat("housing", "handler"),
                    new Seat("city-management", "handler"))
            .map(seat -> new Viewer("somebody", "某人", seat, List.of(seat)))
            .toList();

    @Autowired
    Figures figures;

    @Autowired
    FigureCounter counter;

    @Autowired
    Verification verification;

    @Autowired
    OrderDesk desk;

    @Autowired
    Directories directories;

    @Autowired
    SettableClock clock;

    @Autowired
    Play play;

    @Autowired
    District.People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void load_three_years() throws Exception {
        if (!counter.isCounted()) {
            Growth.in(context, 48).by(2_000);
        }
    }

    @Test
    void precounted_figures_equal_a_scan_of_all_orders() {
        assertFiguresEqualScan();
        assertThat(counter.differing()).isZero();
        assertThat(verification.verify().differences()).isEmpty();
    }

    @Test
    void newly_closed_orders_are_in_the_figures_before_and_after_they_are_counted() {
        clock.set("2026-11-16T10:00");
        var before = whole(VIEWERS.get(0));
        new Lifecycles(desk).live(this::storeEvidence);
        assertThat(pending()).isPositive();
        assertThat(whole(VIEWERS.get(0)).closed()).isGreaterThan(before.closed());
        assertFiguresEqualScan();
        assertThat(counter.differing()).isZero();
        counter.catchUp();
        assertThat(pending()).isZero();
        assertFiguresEqualScan();
        assertThat(counter.differing()).isZero();
    }

    @Test
    void a_reopened_order_is_no_longer_counted_as_closed() {
        play.at("2026-11-16T09:00");
        var main = people.raised();
        var same = people.raised();
        for (var order : List.of(main, same)) {
            play.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
            play.does(DISPATCHER, "sign", order);
        }
        play.does(DISPATCHER, "merge", same, "into", play.number(main), "reason", "同一盏路灯");
        assertFiguresEqualScan();
        counter.catchUp();
        play.does(DISPATCHER, "unmerge", same, "reason", "不是同一盏灯");
        assertThat(jdbc.sql("select weight from figure_change")
                        .query(Integer.class)
                        .list())
                .containsExactly(-1);
        assertFiguresEqualScan();
        counter.catchUp();
        assertFiguresEqualScan();
        assertThat(counter.differing()).isZero();
    }

    @Test
    void a_cell_changed_by_hand_is_found_and_corrected_by_a_recount() {
        jdbc.sql("update figure_cell set satisfied = satisfied + 1 where area = '' and split = 'unit'")
                .update();
        assertThat(counter.differing()).isPositive();
        counter.anew();
        assertThat(counter.differing()).isZero();
    }

    @Test
    void a_district_that_was_never_counted_has_right_figures_before_and_after_it_is() {
        jdbc.sql("delete from figure_district").update();
        assertFiguresEqualScan();
        counter.catchUp();
        assertThat(verification.verify().differences()).isEmpty();
        assertThat(counter.differing()).isZero();
        assertFiguresEqualScan();
    }

    /** Compares both ways of counting for several viewers, periods, areas and methods. */
    private void assertFiguresEqualScan() {
        for (var filter : filters()) {
            for (var viewer : VIEWERS) {
                var precounted = figures.split(ALL, filter, viewer);
                var scanned = figures.scan(ALL, filter, viewer);
                assertThat(precounted.whole())
                        .as("%s %s", filter, viewer.seat())
                        .isEqualTo(scanned.whole());
                ALL.forEach(split -> assertThat(precounted.by(split))
                        .as("%s %s %s", filter, viewer.seat(), split)
                        .isEqualTo(scanned.by(split)));
            }
        }
    }

    private static List<OrderFilter> filters() {
        var filters = new ArrayList<OrderFilter>();
        for (var days : List.of(
                OrderFilter.raised("2026-08-01", "2026-11-16"),
                OrderFilter.raised("2025-01-01", "2025-12-31"),
                OrderFilter.raised("2026-10-01", "2026-10-31"),
                OrderFilter.raised("2026-10-07", "2026-10-21"),
                OrderFilter.raised("2019-01-01", "2019-12-31"))) {
            filters.add(days);
            Map.of("method", "six-orders", "street", STREET, "community", COMMUNITY)
                    .forEach((part, value) -> filters.add(days.with(part, value)));
        }
        return filters;
    }

    private Tally whole(Viewer viewer) {
        return figures.whole(OrderFilter.raised("2026-11-01", "2026-11-30"), viewer);
    }

    private void storeEvidence(long order) {
        jdbc.sql("""
                        insert into order_attachment (district_id, order_id, id, name, type, bytes, content, stored_at)
                        values (:district, :order, :id, 'photo.txt', 'text/plain', 5, convert_to('photo', 'UTF8'), now())
                        on conflict do nothing
                        """)
                .param("district", directories.district())
                .param("order", order)
                .param("id", Lifecycles.FILE)
                .update();
    }

    private int pending() {
        return jdbc.sql("select count(*) from figure_change")
                .query(Integer.class)
                .single();
    }
}
