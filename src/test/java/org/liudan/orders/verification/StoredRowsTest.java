package org.liudan.orders.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.orders.verification.Tampering.difference;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Rows that do not follow from their events, because somebody changed them, are found. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=verification")
class StoredRowsTest {

    @Autowired
    Verification verification;

    @Autowired
    District.People people;

    @Autowired
    Play play;

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
    void every_changed_column_of_an_order_is_found() {
        for (var change : List.of(
                "step = 'rated'",
                "ring = 'rate'",
                "holder_unit = 'housing'",
                "holder_post = 'head'",
                "title = '别的'",
                "region = null",
                "street = '431271002'",
                "community = null",
                "department = 'housing'",
                "channel = 'letter'",
                "category = null",
                "grade = 'deferrable'",
                "rating = 'satisfied'",
                "supervised = true",
                "due_at = due_at + interval '1 day'",
                "warn_at = null",
                "alarm_at = null",
                "settled = false",
                "raised_at = raised_at + interval '1 day'",
                "changed_at = changed_at + interval '1 day'",
                "events = 5",
                "hash = decode(repeat('00', 32), 'hex')",
                "state = replace(state, '路灯', '井盖')",
                "state = ''")) {
            assertThat(tampering.after(people.dispatched(), "update orders set " + change + " where id = :id"))
                    .as(change)
                    .isNotEmpty();
        }
    }

    @Test
    void changed_removed_and_added_clocks_parts_and_words_are_found() {
        for (var change : List.of(
                "update order_clock set due_at = due_at + interval '1 day' where order_id = :id and clock = 'handle'",
                "update order_clock set breached_at = due_at where order_id = :id and clock = 'answer'",
                "update order_clock set ended_at = null where order_id = :id and clock = 'report'",
                "delete from order_clock where order_id = :id and clock = 'handle'",
                "insert into order_clock select district_id, order_id, clock, 9, unit, started_at, due_at, settled, paused,"
                        + " warned_at, breached_at, escalated, ended_at from order_clock where order_id = :id limit 1",
                "update orders set units = '{}' where id = :id",
                "update orders set units = array_append(units, 'housing') where id = :id",
                "update order_words set words = array_append(words, '别的') where order_id = :id",
                "delete from order_words where order_id = :id",
                "update orders set words = '{别的}' where id = :id")) {
            assertThat(tampering.after(people.dispatched(), change)).as(change).hasSize(1);
        }
    }

    @Test
    void a_changed_and_a_missing_attachment_are_found() {
        var order = people.raised();
        var name = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        jdbc.sql("""
                insert into order_attachment (district_id, order_id, id, name, type, bytes, content, stored_at)
                select district_id, id, :name, 'a.txt', 'text/plain', 0, '', raised_at from orders where id = :id
                """).param("name", name).param("id", order.id()).update();
        people.does(RESIDENT, "remark", order, "remark", "见附件", "files", name);
        assertThat(tampering.differences(order)).isEmpty();
        assertThat(tampering.after(order, "update order_attachment set content = '\\x01' where order_id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).startsWith("order_attachment " + name));
        assertThat(tampering.after(order, "delete from order_attachment where order_id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).isEqualTo("the file " + name + " is missing"));
    }

    @Test
    void a_part_that_is_neither_raised_nor_has_a_message_that_raises_it_is_found() {
        var order = withAssistingPart();
        var child = order.kin().children().get(0).id();
        Tampering.ORDERS.add(child);
        assertThat(tampering.differences(order)).isEmpty();
        var sql = "delete from orders where id = " + child + " and :id > 0";
        assertThat(tampering.after(order, sql))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en())
                        .isEqualTo("its part " + child
                                + " for power-supply is missing and no letter is under way to raise it"));
        assertThat(tampering.after(
                        order,
                        "insert into order_message (district_id, order_id, to_order, body, at)"
                                + " select district_id, id, " + child + ", '{}', raised_at from orders where id = :id"))
                .isEmpty();
        jdbc.sql("delete from order_message").update();
    }

    @Test
    void a_message_whose_sender_does_not_exist_is_found() {
        var order = people.raised();
        jdbc.sql("insert into order_message (district_id, order_id, to_order, body, at)"
                        + " select district_id, 987654, id, '{}', raised_at from orders where id = :id")
                .param("id", order.id())
                .update();
        assertThat(verification.verify().differences())
                .filteredOn(difference -> difference.order() == 987654)
                .singleElement()
                .satisfies(found -> assertThat(found.what().en())
                        .isEqualTo(
                                "a letter to " + order.id() + " is under way, but the order that sent it is missing"));
        jdbc.sql("delete from order_message").update();
    }

    @Test
    void added_and_removed_readers_are_found() {
        var open = people.raised();
        assertThat(
                        tampering.after(
                                open,
                                "insert into order_reader select district_id, 'housing', 'head', id from orders where id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en())
                        .isEqualTo("order_reader is kept as [housing head], the events give []"));
        var confidential = play.raises(
                "inspection-clue", Play.handler("inspection-office"), "report", "kind", "grave", "content", "有人收受工程回扣");
        assertThat(tampering.differences(confidential)).isEmpty();
        assertThat(tampering.after(
                        confidential, "delete from order_reader where order_id = :id and unit = 'inspection-office'"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).startsWith("order_reader is kept as "));
    }

    /** An order that a department holds, with a part for an assisting unit. */
    private Order withAssistingPart() {
        var order = people.raised();
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        people.does(DISPATCHER, "sign", order);
        return play.does(
                DISPATCHER, "dispatch", order, "department", "city-management", "assisting", List.of("power-supply"));
    }
}
