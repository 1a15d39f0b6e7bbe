package org.liudan.orders.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.LEADER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=verification")
class VerificationTest {

    private static final Set<Long> TAMPERED = new HashSet<>();

    @Autowired
    Verification verification;

    @Autowired
    OrderDesk desk;

    @Autowired
    District.People people;

    @Autowired
    Play play;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void after_many_actions_nothing_differs() {
        for (int i = 0; i < 210; i++) {
            people.raised();
        }
        var passed = people.does(CLERK, "transfer", people.raised(), "region", "431271001002", "reason", "不在本社区");
        var order = people.dispatched();
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到");
        people.does(HANDLER, "ask-hang-up", order, "until", "2026-11-20", "reason", "等设备");
        people.does(LEADER, "grant-hang-up", order);
        people.does(RESIDENT, "remark", order, "remark", "好的");
        clock.set("2026-12-20T09:00");
        desk.ring(order.id());
        desk.ring(passed.id());
        people.does(HANDLER, "finish", order, "result", "已换新", "files", "x");
        people.does(RESIDENT, "rate", order, "rating", "dissatisfied", "rating-words", "又坏了");

        var verified = verification.verify();
        assertThat(verified.orders()).isGreaterThanOrEqualTo(212);
        assertThat(verified.events()).isGreaterThanOrEqualTo(230);
        assertThat(verified.differences()).noneMatch(difference -> !TAMPERED.contains(difference.order()));
    }

    @Test
    void a_changed_event_is_found() {
        assertThat(
                        tampered(
                                people.dispatched(),
                                "update order_event set body = replace(body, 'city-management', 'housing') where order_id = :id and number = 4"))
                .startsWith(difference(4, "its hash does not follow from its content and the event before"))
                .anySatisfy(difference -> assertThat(difference.what().en()).startsWith("department is kept as"));
    }

    @Test
    void a_removed_event_is_found_in_the_middle_and_at_the_end() {
        assertThat(tampered(people.dispatched(), "delete from order_event where order_id = :id and number = 2"))
                .startsWith(difference(2, "this event is missing"));
        assertThat(tampered(people.dispatched(), "delete from order_event where order_id = :id and number = 4"))
                .startsWith(difference(4, "this event is missing"));
        assertThat(tampered(people.dispatched(), "delete from order_event where order_id = :id and number > 2"))
                .startsWith(difference(3, "the events from here to 4 are missing"));
        assertThat(tampered(people.raised(), "delete from order_event where order_id = :id"))
                .startsWith(difference(1, "this event is missing"));
    }

    @Test
    void swapped_events_are_found() {
        var found = tampered(
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
        var one = people.raised();
        var other = people.raised();
        people.does(RESIDENT, "remark", one, "remark", "还没来");
        TAMPERED.add(other.id());
        assertThat(tampered(
                        one,
                        "update order_event set order_id = " + other.id() + " where order_id = :id and number = 2"))
                .startsWith(difference(2, "this event is missing"));
        assertThat(of(other)).contains(difference(2, "its hash does not follow from its content and the event before"));
    }

    @Test
    void a_changed_column_of_an_event_is_found() {
        assertThat(tampered(
                        people.dispatched(),
                        "update order_event set account = 'somebody' where order_id = :id and number = 3"))
                .containsExactly(difference(3, "column account is kept as somebody, its content says street"));
        assertThat(tampered(
                        people.dispatched(),
                        "update order_event set at = at + interval '1 hour' where order_id = :id and number = 3"))
                .singleElement()
                .satisfies(difference -> assertThat(difference.event()).contains(3));
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
            assertThat(tampered(people.dispatched(), "update orders set " + change + " where id = :id"))
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
            assertThat(tampered(people.dispatched(), change)).as(change).hasSize(1);
        }
    }

    @Test
    void a_changed_file_and_a_missing_one_are_found() {
        var order = people.raised();
        var name = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        jdbc.sql("""
                insert into order_attachment (district_id, order_id, id, name, type, bytes, content, stored_at)
                select district_id, id, :name, 'a.txt', 'text/plain', 0, '', raised_at from orders where id = :id
                """).param("name", name).param("id", order.id()).update();
        people.does(RESIDENT, "remark", order, "remark", "见附件", "files", name);
        assertThat(of(order)).isEmpty();
        assertThat(tampered(order, "update order_attachment set content = '\\x01' where order_id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).startsWith("order_attachment " + name));
        assertThat(tampered(order, "delete from order_attachment where order_id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).isEqualTo("the file " + name + " is missing"));
    }

    @Test
    void a_removed_order_is_found_by_the_events_it_leaves() {
        assertThat(tampered(people.dispatched(), "delete from orders where id = :id"))
                .containsExactly(difference(1, "it is there, but its order is missing"));
    }

    @Test
    void a_part_that_is_neither_raised_nor_about_to_be_is_found() {
        var order = assisted();
        var child = order.kin().children().get(0).id();
        TAMPERED.add(child);
        assertThat(of(order)).isEmpty();
        var sql = "delete from orders where id = " + child + " and :id > 0";
        assertThat(tampered(order, sql))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en())
                        .isEqualTo("its part " + child
                                + " for power-supply is missing and no letter is under way to raise it"));
        assertThat(tampered(
                        order,
                        "insert into order_message (district_id, order_id, to_order, body, at)"
                                + " select district_id, id, " + child + ", '{}', raised_at from orders where id = :id"))
                .isEmpty();
        jdbc.sql("delete from order_message").update();
    }

    @Test
    void a_letter_of_an_order_that_there_is_not_is_found() {
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
                        tampered(
                                open,
                                "insert into order_reader select district_id, 'housing', 'head', id from orders where id = :id"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en())
                        .isEqualTo("order_reader is kept as [housing head], the events give []"));
        var confidential = play.raises(
                "inspection-clue", Play.handler("inspection-office"), "report", "kind", "grave", "content", "有人收受工程回扣");
        assertThat(of(confidential)).isEmpty();
        assertThat(tampered(
                        confidential, "delete from order_reader where order_id = :id and unit = 'inspection-office'"))
                .singleElement()
                .satisfies(found -> assertThat(found.what().en()).startsWith("order_reader is kept as "));
    }

    /** An order that the department holds, with a part for a unit that assists. */
    private Order assisted() {
        var order = people.raised();
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        people.does(DISPATCHER, "sign", order);
        return play.does(
                DISPATCHER, "dispatch", order, "department", "city-management", "assisting", List.of("power-supply"));
    }

    private List<Difference> tampered(Order order, String... sql) {
        TAMPERED.add(order.id());
        jdbc.sql("alter table order_event disable trigger order_event_is_append_only")
                .update();
        for (var statement : sql) {
            assertThat(jdbc.sql(statement).param("id", order.id()).update())
                    .as(statement)
                    .isPositive();
        }
        jdbc.sql("alter table order_event enable trigger order_event_is_append_only")
                .update();
        return of(order);
    }

    private List<Difference> of(Order order) {
        return verification.verify().differences().stream()
                .filter(difference -> difference.order() == order.id())
                .map(difference -> new Difference(
                        0,
                        difference.event(),
                        new org.liudan.engine.method.LocalizedText(
                                "", difference.what().en())))
                .toList();
    }

    private static Difference difference(int event, String en) {
        return new Difference(0, Optional.of(event), new org.liudan.engine.method.LocalizedText("", en));
    }
}
