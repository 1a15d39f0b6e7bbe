package org.liudan.orders.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.orders.verification.Tampering.difference;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.LEADER;
import static org.liudan.testing.District.People.RESIDENT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Events that were tampered with are found; without tampering nothing is. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=verification")
class VerificationTest {

    @Autowired
    Verification verification;

    @Autowired
    District.People people;

    @Autowired
    OrderDesk desk;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Tampering tampering;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
        tampering = new Tampering(verification, jdbc);
    }

    @Test
    void after_many_actions_nothing_differs() {
        for (int i = 0; i < 210; i++) {
            people.raised();
        }
        var transferred = people.does(CLERK, "transfer", people.raised(), "region", "431271001002", "reason", "不在本社区");
        var order = people.dispatched();
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到");
        people.does(HANDLER, "ask-hang-up", order, "until", "2026-11-20", "reason", "等设备");
        people.does(LEADER, "grant-hang-up", order);
        people.does(RESIDENT, "remark", order, "remark", "好的");
        clock.set("2026-12-20T09:00");
        desk.ring(order.id());
        desk.ring(transferred.id());
        people.does(HANDLER, "finish", order, "result", "已换新", "files", "x");
        people.does(RESIDENT, "rate", order, "rating", "dissatisfied", "rating-words", "又坏了");

        var verified = verification.verify();
        assertThat(verified.orders()).isGreaterThanOrEqualTo(212);
        assertThat(verified.events()).isGreaterThanOrEqualTo(230);
        assertThat(verified.differences()).noneMatch(difference -> !Tampering.ORDERS.contains(difference.order()));
    }

    @Test
    void a_changed_event_is_found() {
        assertThat(
                        tampering.after(
                                people.dispatched(),
                                "update order_event set body = replace(body, 'city-management', 'housing') where order_id = :id and number = 4"))
                .startsWith(difference(4, "its hash does not follow from its content and the event before"))
                .anySatisfy(difference -> assertThat(difference.what().en()).startsWith("department is kept as"));
    }

    @Test
    void a_removed_event_is_found_in_the_middle_and_at_the_end() {
        assertThat(tampering.after(people.dispatched(), "delete from order_event where order_id = :id and number = 2"))
                .startsWith(difference(2, "this event is missing"));
        assertThat(tampering.after(people.dispatched(), "delete from order_event where order_id = :id and number = 4"))
                .startsWith(difference(4, "this event is missing"));
        assertThat(tampering.after(people.dispatched(), "delete from order_event where order_id = :id and number > 2"))
                .startsWith(difference(3, "the events from here to 4 are missing"));
        assertThat(tampering.after(people.raised(), "delete from order_event where order_id = :id"))
                .startsWith(difference(1, "this event is missing"));
    }

    @Test
    void swapped_events_are_found() {
        var found = tampering.after(
                people.dispatched(),
                "update order_event set number = 99 where order_id = :id and number = 2",
                "update order_event set number = 2 where order_id = :id and number = 3",
                "update order_event set number = 3 where order_id = :id and number = 99");
        assertThat(found)
                .startsWith(difference(2, "its hash does not follow from its content and the event before"))
                .contains(difference(2, "column number is kept as 2, its content says 3"))
                .contains(difference(3, "column number is kept as 3, its content says 2"));
    }

    @Test
    void an_event_moved_to_another_order_is_found() {
        var order = people.raised();
        var other = people.raised();
        people.does(RESIDENT, "remark", order, "remark", "还没来");
        Tampering.ORDERS.add(other.id());
        assertThat(tampering.after(
                        order,
                        "update order_event set order_id = " + other.id() + " where order_id = :id and number = 2"))
                .startsWith(difference(2, "this event is missing"));
        assertThat(tampering.differences(other))
                .contains(difference(2, "its hash does not follow from its content and the event before"));
    }

    @Test
    void a_changed_column_of_an_event_is_found() {
        assertThat(tampering.after(
                        people.dispatched(),
                        "update order_event set account = 'somebody' where order_id = :id and number = 3"))
                .containsExactly(difference(3, "column account is kept as somebody, its content says street"));
        assertThat(tampering.after(
                        people.dispatched(),
                        "update order_event set at = at + interval '1 hour' where order_id = :id and number = 3"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.event()).contains(3));
    }

    @Test
    void a_deleted_order_is_found_by_its_remaining_events() {
        assertThat(tampering.after(people.dispatched(), "delete from orders where id = :id"))
                .containsExactly(difference(1, "it is there, but its order is missing"));
    }
}
