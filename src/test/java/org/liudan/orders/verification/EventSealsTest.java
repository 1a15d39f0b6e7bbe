package org.liudan.orders.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=stamps")
class EventSealsTest {

    @Autowired
    EventSeals stamps;

    @Autowired
    Verification verification;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private long order;

    @BeforeEach
    void an_order_between_others_under_three_stamps() {
        clock.set("2026-11-16T09:00");
        people.dispatched();
        stamps.sealNewEvents();
        order = people.dispatched().id();
        people.dispatched();
        stamps.sealNewEvents();
        people.dispatched();
        stamps.sealNewEvents();
    }

    @Test
    void each_event_is_under_one_stamp_and_stamping_again_adds_none() {
        var looked = stamps.look("");
        assertThat(looked.broken()).isEmpty();
        assertThat(looked.events())
                .isEqualTo(jdbc.sql("select count(*) from order_event")
                        .query(Long.class)
                        .single());
        assertThat(stamps.sealNewEvents()).isZero();
        assertThat(stamps.look("").last()).isEqualTo(looked.last());
    }

    @Test
    void a_whole_order_that_is_taken_away_with_all_its_rows_is_found() {
        assertThat(after(
                        "delete from order_event where order_id = :id",
                        "delete from order_clock where order_id = :id",
                        "delete from order_words where order_id = :id",
                        "delete from order_tracking where order_id = :id",
                        "delete from orders where id = :id"))
                .singleElement()
                .satisfies(
                        found -> assertThat(found).matches("stamp \\d+ of .* was over 8 events, of which there are 4"));
    }

    @Test
    void an_event_that_is_written_anew_with_its_hash_is_found() {
        assertThat(
                        after(
                                "update order_event set body = body || ' ', hash = sha256(hash) where order_id = :id and number = 4"))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("an event under it, or the stamp, was changed"));
    }

    @Test
    void an_event_that_is_put_in_afterwards_is_found() {
        assertThat(after(
                        "insert into order_event (district_id, order_id, number, action, at, step, body, hash, position)"
                                + " select district_id, order_id, 9, action, at, step, body, hash, position"
                                + " from order_event where order_id = :id and number = 4"))
                .singleElement()
                .satisfies(found -> assertThat(found).endsWith("was over 8 events, of which there are more"));
    }

    @Test
    void a_stamp_that_is_missing_or_was_changed_is_found() {
        var last = last();
        assertThat(after("delete from event_seal where :id > 0 and number = " + (last.number() - 1)))
                .startsWith("stamp " + (last.number() - 1) + " is missing");
        assertThat(after(
                        "update event_seal set at = at + interval '1 day' where :id > 0 and number = " + last.number()))
                .hasSize(1);
    }

    @Test
    void whoever_wrote_down_a_code_finds_that_stamps_were_taken_away_and_made_again() {
        var code = last().code();
        assertThat(stamps.look(code).sound()).isTrue();
        clock.set("2026-11-17T09:00");
        var again = tampered(
                code,
                "delete from order_event where order_id = :id",
                "delete from event_seal where :id > 0 and number >= " + (last().number() - 1));
        assertThat(again).singleElement().satisfies(found -> assertThat(found).startsWith("there is no stamp " + code));
        assertThat(stamps.look("没有这个").broken()).hasSize(1);
    }

    private EventSeal last() {
        return stamps.look("").last().orElseThrow();
    }

    private List<String> after(String... sql) {
        return tampered("", sql);
    }

    /** What is found after somebody did this, and stamping went on. It is undone again. */
    private List<String> tampered(String code, String... sql) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            for (var table : List.of("order_event", "event_seal")) {
                jdbc.sql("alter table " + table + " disable trigger " + table + "_is_append_only")
                        .update();
            }
            for (var statement : sql) {
                assertThat(jdbc.sql(statement).param("id", order).update())
                        .as(statement)
                        .isPositive();
            }
            stamps.sealNewEvents();
            return stamps.look(code).broken().stream().map(words -> words.en()).toList();
        }));
    }
}
