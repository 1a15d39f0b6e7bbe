package org.liudan.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.STREET;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

@DistrictTest
class FiguresTest {

    private static final Seat SEAT = new Seat(STREET, "dispatcher");
    private static final Viewer STREET_DISPATCHER = new Viewer("street", "街道跟单员", SEAT, List.of(SEAT));

    @Autowired
    Figures figures;

    @Autowired
    District.People people;

    @Autowired
    Play play;

    /** “并单”: several petitioners, one order that is closed once and judged once. */
    @Test
    void a_merged_order_counts_as_received_but_is_closed_and_judged_with_the_main_order() {
        var day = OrderFilter.raised("2025-06-09", "2025-06-09");
        var before = figures.whole(day, STREET_DISPATCHER);
        long closed = count(day.with("state", "closed"));
        play.at("2025-06-09T09:00");
        var main = people.raised();
        var same = people.raised();
        for (var order : List.of(main, same)) {
            play.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
            play.does(DISPATCHER, "sign", order);
        }
        play.does(DISPATCHER, "merge", same, "into", play.number(main), "reason", "同一盏路灯");
        assertThat(play.step(same)).isEqualTo("merged");

        var tally = figures.whole(day, STREET_DISPATCHER);
        assertThat(tally.received()).isEqualTo(before.received() + 2);
        assertThat(tally.open()).isEqualTo(before.open() + 1);
        assertThat(tally.closed()).isEqualTo(before.closed());
        assertThat(tally.finished()).isEqualTo(before.finished());
        assertThat(tally.median()).isEqualTo(before.median());
        assertThat(count(day.with("state", "closed"))).isEqualTo(closed);
        assertThat(count(day.with("state", "merged"))).isEqualTo(1);
    }

    private long count(OrderFilter filter) {
        return figures.count(filter, STREET_DISPATCHER);
    }
}
