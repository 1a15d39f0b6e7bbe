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
    EventSeals seals;

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
    void an_order_between_others_under_three_seals() {
        clock.set("2026-11-16T09:00");
        people.dispatched();
        seals.sealNewEvents();
        order = people.dispatched().id();
        people.dispatched();
        seals.sealNewEvents();
        people.dispatched();
        seals.sealNewEvents();
    }

    @Test
    void each_event_is_under_one_seal_and_sealing_again_adds_none() {
        var checked = seals.look("");
        assertThat(checked.broken()).isEmpty();
        assertThat(checked.events())
                .isEqualTo(jdbc.sql("select count(*) from order_event")
                        .query(Long.class)
                        .single());
        assertThat(seals.sealNewEvents()).isZero();
        assertThat(seals.look("").last()).isEqualTo(checked.last());
    }

    @Test
    void a_whole_order_that_was_deleted_with_all_its_rows_is_found() {
        assertThat(errorsAfter(
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
    void an_event_that_was_rewritten_with_its_hash_is_found() {
        assertThat(
                        errorsAfter(
                                "update order_event set body = body || ' ', hash = sha256(hash) where order_id = :id and number = 4"))
                .singleElement()
                .satisfies(found -> assertThat(found).contains("an event under it, or the stamp, was changed"));
    }

    @Test
    void an_event_that_was_inserted_afterwards_is_found() {
        assertThat(errorsAfter(
                        "insert into order_event (district_id, order_id, number, action, at, step, body, hash, position)"
                                + " select district_id, order_id, 9, action, at, step, body, hash, position"
                                + " from order_event where order_id = :id and number = 4"))
                .singleElement()
                .satisfies(found -> assertThat(found).endsWith("was over 8 events, of which there are more"));
    }

    @Test
    void a_seal_that_is_missing_or_was_changed_is_found() {
        var last = last();
        assertThat(errorsAfter("delete from event_seal where :id > 0 and number = " + (last.number() - 1)))
                .startsWith("stamp " + (last.number() - 1) + " is missing");
        assertThat(errorsAfter(
                        "update event_seal set at = at + interval '1 day' where :id > 0 and number = " + last.number()))
                .hasSize(1);
    }

    @Test
    void a_code_that_was_written_down_shows_that_seals_were_deleted_and_made_again() {
        var code = last().code();
        assertThat(seals.look(code).sound()).isTrue();
        clock.set("2026-11-17T09:00");
        var errors = tampered(
                code,
                "delete from order_event where order_id = :id",
                "delete from event_seal where :id > 0 and number >= " + (last().number() - 1));
        assertThat(errors)
                .singleElement()
                .satisfies(found -> assertThat(found).startsWith("there is no stamp " + code));
        assertThat(seals.look("没有这个").broken()).hasSize(1);
    }

    private EventSeal last() {
        return seals.look("").last().orElseThrow();
    }

    private List<String> errorsAfter(String... sql) {
        return tampered("", sql);
    }

    /** The errors after somebody ran these statements and new events were sealed. Everything is rolled back. */
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
            seals.sealNewEvents();
            return seals.look(code).broken().stream().map(text -> text.en()).toList();
        }));
    }
}
