package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.ATTACHED_LEADER;
import static org.liudan.engine.decision.Village.CLERK;
import static org.liudan.engine.decision.Village.COMMUNITY;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.OTHER_COMMUNITY;
import static org.liudan.engine.decision.Village.RESIDENT;
import static org.liudan.testing.SettableClock.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.Limit;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Seat;

/** How clocks run, pause, and are computed again. 2026-11-16 is a Monday. */
class ClocksTest {

    @Test
    void a_remark_a_note_or_being_urged_does_not_restart_a_clock() {
        var story = EngineStory.dispatched("2026-11-16T09:00");
        var before = story.clock("handle");
        story.take("2026-11-16T15:00", RESIDENT, "remark", "remark", "还没来")
                .take("2026-11-16T16:00", DISPATCHER, "note", "note", "已电话联系")
                .take("2026-11-16T17:00", DISPATCHER, "urge", "note", "请尽快");
        assertThat(story.clock("handle")).isEqualTo(before);
        assertThat(before.dueAt()).isEqualTo(at("2026-11-19T17:30"));
    }

    @Test
    void a_make_up_saturday_is_a_working_day() {
        var story = EngineStory.dispatched("2026-05-08T09:00");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-05-12T17:30"));
    }

    @Test
    void a_pause_over_a_weekend_costs_working_time_only_and_the_time_left_agrees() {
        var story = hungUp("2026-11-20T16:30");
        var left = story.clock("handle").timeLeft(at("2026-11-20T16:30"), story.calendar);
        assertThat(story.clock("handle").timeLeft(at("2026-11-22T03:00"), story.calendar))
                .isEqualTo(left);
        story.take("2026-11-23T09:30", HANDLER, "resume");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-08T17:30"));
        assertThat(story.clock("handle").timeLeft(at("2026-11-23T09:30"), story.calendar))
                .isBetween(left, left.plus(BusinessHours.USUAL.perDay()));
    }

    @Test
    void a_pause_outside_business_hours_moves_nothing() {
        var story = hungUp("2026-11-20T17:30").take("2026-11-23T08:30", HANDLER, "resume");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-07T17:30"));
        assertThat(story.clock("handle").timeLeft(at("2026-11-23T08:30"), story.calendar))
                .isEqualTo(story.clock("handle").timeLeft(at("2026-11-20T17:30"), story.calendar));
    }

    @Test
    void a_whole_working_day_of_pause_moves_the_deadline_by_one_working_day() {
        var story = hungUp("2026-11-20T10:00").take("2026-11-23T10:00", HANDLER, "resume");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-08T17:30"));
    }

    @Test
    void a_changed_limit_keeps_the_extension_by_earlier_pauses() {
        var story = hungUp("2026-11-20T10:00").take("2026-11-23T10:00", HANDLER, "resume");
        var limited = story.clock("handle")
                .limited(
                        new Limit.WorkingDays(5),
                        EngineStory.METHOD.clock("handle").alarms(),
                        story.calendar);
        assertThat(limited.dueAt()).isEqualTo(at("2026-11-24T17:30"));

        story.take("2026-11-24T09:00", HANDLER, "ask-extension", "more-days", "2", "reason", "等材料")
                .take("2026-11-24T10:00", Village.SECRETARY, "grant-extension");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-10T17:30"));
    }

    @Test
    void a_paused_clock_is_never_late() {
        var story = hungUp("2026-11-20T16:30").advanceTo("2027-02-01T10:00");
        assertThat(story.order.step()).isEqualTo("hung-up");
        assertThat(story.clock("handle").overdue(story.now)).isFalse();
        assertThat(story.clock("handle").alarmAt()).isEmpty();
        assertThat(story.order.dueAt()).contains(story.clock("hang-up").dueAt());
        assertThat(story.count(Alarms.BREACHED)).isZero();
    }

    @Test
    void an_order_finished_while_hung_up_is_finished_in_time() {
        var story =
                hungUp("2026-11-20T16:30").take("2027-01-20T10:00", HANDLER, "finish", "result", "修好了", "files", "x");
        var run = story.clock("handle");
        assertThat(run.paused()).isFalse();
        assertThat(run.overdue(story.now)).isFalse();
        assertThat(run.endedAt()).hasValueSatisfying(ended -> assertThat(ended).isBefore(run.dueAt()));
    }

    @Test
    void a_pause_that_begins_after_the_deadline_does_not_undo_the_delay() {
        var story = EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-16T09:00", HANDLER, "accept", "difficulty", "ordinary", "words", "收到")
                .take("2026-11-19T17:00", HANDLER, "ask-hang-up", "until", "2027-03-01", "reason", "等汛期过")
                .take("2026-11-20T09:00", ATTACHED_LEADER, "grant-hang-up");
        assertThat(story.clock("handle").breachedAt()).contains(at("2026-11-20T09:00"));
        assertThat(story.clock("handle").overdue(story.now)).isFalse();
        story.take("2026-12-21T09:00", HANDLER, "resume");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-11-19T17:30"));
        assertThat(story.clock("handle").overdue(story.now)).isTrue();
    }

    @Test
    void a_changed_calendar_moves_the_deadline_once() {
        var story = EngineStory.dispatched("2026-11-16T09:00").changeCalendar(withDayOff("2026-11-18"));
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-11-20T17:30"));
        assertThat(story.count(Alarms.REDATED)).isEqualTo(1);
        assertThat(story.changeCalendar(story.calendar).count(Alarms.REDATED)).isEqualTo(1);
    }

    @Test
    void a_changed_calendar_removes_a_breach_before_the_new_deadline_and_keeps_a_real_one() {
        var story = EngineStory.dispatched("2026-11-16T09:00").advanceTo("2026-11-20T09:00");
        assertThat(story.clock("handle").breachedAt()).isPresent();
        story.changeCalendar(withDayOff("2026-11-18"));
        assertThat(story.clock("handle").breachedAt()).isEmpty();
        assertThat(story.clock("handle").alarmAt()).contains(at("2026-11-20T09:54"));
        assertThat(story.clock("answer").breachedAt()).isPresent();
    }

    @Test
    void a_deadline_after_the_published_holidays_is_not_settled_until_they_are_published() {
        var story = EngineStory.dispatched("2026-12-30T09:00");
        assertThat(story.clock("handle").settled()).isFalse();
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2027-01-04T17:30"));
        story.changeCalendar(withDayOff("2027-01-01"));
        assertThat(story.clock("handle").settled()).isTrue();
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2027-01-05T17:30"));
    }

    @Test
    void a_unit_that_gets_an_order_from_another_unit_has_its_own_clock() {
        var story = EngineStory.raised("2026-11-16T09:00")
                .take("2026-11-16T16:00", CLERK, "transfer", "region", OTHER_COMMUNITY, "reason", "不在本社区");
        assertThat(story.order.holder()).contains(new Seat(OTHER_COMMUNITY, "clerk"));
        assertThat(story.order.clocks()).extracting(ClockRun::unit).containsExactly(COMMUNITY, OTHER_COMMUNITY);
        assertThat(story.clock("report").startedAt()).isEqualTo(at("2026-11-16T16:00"));
    }

    @Test
    void eighty_percent_of_the_working_time_does_not_count_pauses() {
        var plain = EngineStory.dispatched("2026-11-16T09:00").clock("handle");
        assertThat(plain.warnAt()).isEqualTo(at("2026-11-19T09:54"));
        var rule = EngineStory.METHOD.clock("handle");
        var calendar = Holidays.published();
        var paused = plain.paused(at("2026-11-16T10:00")).resumed(at("2026-11-23T10:00"), rule.alarms(), calendar);
        assertThat(paused.dueAt()).isEqualTo(at("2026-11-26T17:30"));
        assertThat(paused.warnAt()).isEqualTo(at("2026-11-26T09:54"));
        assertThat(paused.timeLeft(paused.warnAt(), calendar)).isEqualTo(plain.timeLeft(plain.warnAt(), calendar));
        assertThat(plain.timeLeft(plain.warnAt(), calendar)).isEqualTo(Duration.ofMinutes(306));
    }

    /** An order accepted as hard on 2026-11-16, so due on 2026-12-07, and hung up at this time. */
    private static EngineStory hungUp(String at) {
        return EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-16T09:00", HANDLER, "accept", "difficulty", "hard", "words", "收到")
                .take(at, HANDLER, "ask-hang-up", "until", "2027-03-01", "reason", "等汛期过")
                .take(at, ATTACHED_LEADER, "grant-hang-up");
    }

    private static WorkingCalendar withDayOff(String day) {
        var days = new ArrayList<>(Holidays.arrangements());
        days.add(new HolidayArrangement(LocalDate.parse(day), "放假", true));
        return new WorkingCalendar(BusinessHours.USUAL, days);
    }
}
