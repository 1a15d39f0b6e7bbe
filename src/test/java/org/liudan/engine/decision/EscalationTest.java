package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.COMMUNITY;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.LEADER;
import static org.liudan.engine.decision.Village.OFFICE;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.engine.decision.Village.STREET;
import static org.liudan.engine.decision.Village.SUPERVISION;
import static org.liudan.testing.SettableClock.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liudan.calendar.Holidays;
import org.liudan.engine.method.Term;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Seat;

/** Warned, breached, escalated: when, to whom, and once each. */
class EscalationTest {

    @Test
    void a_clock_is_warned_at_eighty_percent_of_its_working_time_then_breached_then_escalated() {
        var story = accepted().advanceTo("2026-11-19T09:53");
        assertThat(story.count(Alarms.WARNED)).isZero();
        assertThat(story.advanceTo("2026-11-19T09:54").count(Alarms.WARNED)).isEqualTo(1);
        assertThat(story.notifiedBy(Alarms.WARNED)).containsExactly(new Seat(DEPARTMENT, "handler"));
        assertThat(story.advanceTo("2026-11-19T17:29").count(Alarms.BREACHED)).isZero();
        assertThat(story.advanceTo("2026-11-19T17:30").count(Alarms.BREACHED)).isEqualTo(1);
        assertThat(story.advanceTo("2026-11-20T17:30").count(Alarms.ESCALATED)).isEqualTo(1);
        assertThat(story.notifiedBy(Alarms.ESCALATED)).containsExactly(new Seat(DEPARTMENT, "head"));
        assertThat(story.advanceTo("2026-11-24T17:30").notifiedBy(Alarms.ESCALATED))
                .containsExactly(new Seat(LEADER, "leader"));
        assertThat(story.advanceTo("2026-11-26T17:30").notifiedBy(Alarms.ESCALATED))
                .containsExactly(new Seat(SUPERVISION, "inspector"));
    }

    @Test
    void after_a_downtime_of_weeks_each_alarm_is_processed_once_and_in_order() {
        var story = accepted().advanceTo("2026-12-20T03:00").advanceTo("2026-12-20T04:00");
        assertThat(story.events)
                .extracting(Event::action)
                .endsWith(
                        "accept",
                        Alarms.WARNED,
                        Alarms.BREACHED,
                        Alarms.ESCALATED,
                        Alarms.ESCALATED,
                        Alarms.ESCALATED,
                        "press-overdue");
        assertThat(story.order.alarmAt()).isEmpty();
    }

    @Test
    void an_order_that_nobody_acts_on_still_escalates() {
        var story = EngineStory.raised("2026-11-16T09:00").advanceTo("2026-11-17T17:30");
        assertThat(story.notifiedBy(Alarms.BREACHED)).containsExactly(new Seat(COMMUNITY, "clerk"));
        assertThat(story.notifiedBy(Alarms.ESCALATED)).containsExactly(new Seat(STREET, "secretary"));
    }

    @Test
    void an_order_whose_community_is_not_known_is_held_by_the_street_and_escalates() {
        var story = new EngineStory().take("2026-11-16T09:00", RESIDENT, "raise", "content", "路灯坏了", "region", STREET);
        assertThat(story.order.holder()).contains(new Seat(STREET, "dispatcher"));
        story.advanceTo("2026-11-17T17:30");
        assertThat(story.notifiedBy(Alarms.ESCALATED)).containsExactly(new Seat(STREET, "secretary"));
    }

    @Test
    void an_order_without_department_escalates_to_the_street_instead_of_to_nobody() {
        var story = tracked()
                .take("2026-11-16T09:00", DISPATCHER, "assign", "office", OFFICE, "responsible", "副主任", "days", "3")
                .advanceTo("2026-11-20T17:30");
        assertThat(story.notifiedBy(Alarms.ESCALATED)).containsExactly(new Seat(STREET, "secretary"));
        assertThat(story.advanceTo("2026-11-26T17:30").count(Alarms.ESCALATED)).isEqualTo(3);
    }

    @Test
    void if_no_leader_is_attached_the_supervision_office_is_notified() {
        var story = new EngineStory();
        story.organisation = new Village(Map.of());
        story.take("2026-11-16T09:00", RESIDENT, "raise", "content", "路灯坏了", "region", COMMUNITY)
                .take("2026-11-16T09:00", Village.CLERK, "report", "reasonable", "urgent", "category", "road")
                .take("2026-11-16T09:00", DISPATCHER, "sign")
                .take("2026-11-16T09:00", DISPATCHER, "dispatch", "department", DEPARTMENT)
                .take("2026-11-16T09:00", HANDLER, "accept", "difficulty", "ordinary", "words", "收到")
                .advanceTo("2026-11-24T17:30");
        assertThat(story.count(Alarms.ESCALATED)).isEqualTo(2);
        assertThat(story.notifiedBy(Alarms.ESCALATED)).containsExactly(new Seat(SUPERVISION, "inspector"));
    }

    @Test
    void an_order_passed_to_a_community_without_leader_does_not_keep_the_leader_of_the_first() {
        var story = EngineStory.raised("2026-11-16T09:00")
                .take(
                        "2026-11-16T09:00",
                        Village.CLERK,
                        "transfer",
                        "region",
                        Village.OTHER_COMMUNITY,
                        "reason",
                        "不在本社区");
        assertThat(story.order.parties()).doesNotContainKey("leader");
    }

    @Test
    void while_another_post_decides_the_department_is_warned_of_its_own_clock() {
        var story = accepted()
                .take("2026-11-18T09:00", HANDLER, "ask-extension", "more-days", "2", "reason", "等材料")
                .advanceTo("2026-11-19T09:54");
        assertThat(story.order.holder()).contains(new Seat(STREET, "secretary"));
        assertThat(story.events)
                .filteredOn(event -> event.action().equals(Alarms.WARNED))
                .flatExtracting(Event::changes)
                .contains(new Change.Told(new Seat(DEPARTMENT, "handler")));
    }

    @Test
    void nobody_is_warned_or_notified_at_night_or_on_a_day_off() {
        var calendar = Holidays.published();
        var end = at("2026-12-20T00:00");
        for (var start = at("2026-01-01T00:07"); start.isBefore(end); start = start.plus(Duration.ofMinutes(1111))) {
            for (var rule : EngineStory.METHOD.clocks().values()) {
                if (rule.term() instanceof Term.Fixed fixed) {
                    var run = ClockRun.started(rule.id(), rule.alarms(), 1, COMMUNITY, fixed.limit(), start, calendar);
                    var moments = new ArrayList<>(List.of(run.warnAt(), run.dueAt()));
                    run = run.breached(run.dueAt(), rule.alarms(), calendar);
                    while (run.escalateAt().isPresent()) {
                        moments.add(run.escalateAt().get());
                        run = run.escalated(run.dueAt(), rule.alarms(), calendar);
                    }
                    assertThat(moments)
                            .as("%s from %s", rule.id(), start)
                            .isSorted()
                            .allMatch(EscalationTest::open);
                }
            }
        }
    }

    private static boolean open(Instant moment) {
        var calendar = Holidays.published();
        var time = moment.atZone(calendar.hours().zone()).toLocalTime();
        return calendar.isWorkingDay(calendar.dayOf(moment))
                && calendar.hours().sessions().stream()
                        .anyMatch(session -> !time.isBefore(session.from()) && !time.isAfter(session.to()));
    }

    private static EngineStory tracked() {
        return EngineStory.raised("2026-11-16T09:00")
                .take("2026-11-16T09:00", Village.CLERK, "report", "reasonable", "urgent", "category", "road")
                .take("2026-11-16T09:00", DISPATCHER, "sign");
    }

    private static EngineStory accepted() {
        return EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-16T09:00", HANDLER, "accept", "difficulty", "ordinary", "words", "收到");
    }
}
