package org.liudan.orders.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;

@DistrictTest
class DeskCountsTest {

    private static final Seat STREET = new Seat(District.STREET, "dispatcher");
    private static final Viewer DISPATCHER = new Viewer("street", "街道跟单员", STREET, List.of(STREET));

    @Autowired
    OrderLists lists;

    @Autowired
    District.People people;

    @Test
    void counting_all_tabs_at_once_gives_the_same_as_counting_each() {
        var order = people.raised();
        people.does(
                District.People.CLERK,
                "report",
                order,
                "reasonable",
                "urgent",
                "category",
                "infrastructure.streetlight");
        people.dispatched();
        var tabs = List.of("todo", "doing", "done", "supervised");
        assertThat(lists.countTabs(tabs, DISPATCHER))
                .containsExactlyElementsOf(tabs.stream()
                        .map(tab -> lists.count(new OrderFilter(Map.of("tab", tab)), DISPATCHER))
                        .toList())
                .satisfies(counts -> assertThat(counts.get(0)).isPositive())
                .satisfies(counts -> assertThat(counts.get(1)).isPositive());
    }
}
