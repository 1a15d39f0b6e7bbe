package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.engine.decision.Village.ATTACHED_LEADER;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.HANDLER;
import static org.liudan.engine.decision.Village.INSPECTOR;
import static org.liudan.engine.decision.Village.OTHER_DEPARTMENT;
import static org.liudan.engine.decision.Village.SECRETARY;
import static org.liudan.testing.SettableClock.at;

import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;

/** Extension, return, hang-up, supervision: how often and until when the six-order method allows them. */
class LimitsTest {

    @Test
    void progress_is_not_the_first_answer() {
        var story = EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-16T10:00", HANDLER, "accept", "difficulty", "ordinary")
                .take("2026-11-16T11:00", HANDLER, "progress", "note", "已派人");
        assertThat(story.clock("answer").running()).isTrue();
        assertThat(story.refusal("2026-11-16T11:30", HANDLER, "finish", "result", "修好了", "files", "x"))
                .containsExactly("还没有答复群众，请先“当天答复群众”。");
        story.take("2026-11-16T12:00", HANDLER, "answer", "words", "今天下午来修");
        assertThat(story.clock("answer").endedAt()).contains(at("2026-11-16T12:00"));
        story.take("2026-11-16T16:00", HANDLER, "finish", "result", "修好了", "files", "x");
    }

    @Test
    void an_extension_is_asked_before_the_deadline_once_and_for_at_most_ten_days() {
        var story = accepted();
        assertThat(story.refusal("2026-11-18T09:00", HANDLER, "ask-extension", "more-days", "11", "reason", "难"))
                .containsExactly("reason.number");
        story.take("2026-11-18T09:00", HANDLER, "ask-extension", "more-days", "10", "reason", "难")
                .take("2026-11-18T10:00", SECRETARY, "grant-extension");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-03T17:30"));
        assertThat(story.refusal("2026-11-18T11:00", HANDLER, "ask-extension", "more-days", "1", "reason", "难"))
                .containsExactly("已经延期一次，不能再延。");

        assertThat(accepted().refusal("2026-11-20T09:00", HANDLER, "ask-extension", "more-days", "1", "reason", "难"))
                .containsExactly("已经超期，延期应在到期前申请。");
    }

    @Test
    void an_extension_asked_in_time_and_granted_late_removes_the_breach_and_warns_again() {
        var story = accepted()
                .take("2026-11-19T16:00", HANDLER, "ask-extension", "more-days", "5", "reason", "难")
                .advanceTo("2026-11-20T09:00");
        assertThat(story.clock("handle").breachedAt()).isPresent();
        story.take("2026-11-20T10:00", SECRETARY, "grant-extension");
        var run = story.clock("handle");
        assertThat(run.overdue(story.now)).isFalse();
        assertThat(run.dueAt()).isEqualTo(at("2026-11-26T17:30"));
        assertThat(run.alarmAt()).contains(run.warnAt());
        story.advanceTo("2026-11-26T17:30");
        assertThat(story.clock("handle").breachedAt()).contains(at("2026-11-26T17:30"));
    }

    @Test
    void after_a_limit_is_changed_a_new_warning_is_due() {
        var story = EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-19T10:00", HANDLER, "accept", "difficulty", "hard", "words", "收到");
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-07T17:30"));
        assertThat(story.clock("handle").warnedAt()).isEmpty();
        assertThat(story.clock("handle").alarmAt())
                .contains(story.clock("handle").warnAt());
    }

    @Test
    void a_return_is_possible_twice_and_within_two_working_days_and_then_the_referee_decides() {
        var story = EngineStory.dispatched("2026-11-16T09:00");
        assertThat(story.refusal("2026-11-19T09:00", HANDLER, "return", "reason", "不归我管"))
                .containsExactly("退单应在接到后 2 个工作日内提出。");
        story = EngineStory.dispatched("2026-11-16T09:00");
        for (int times = 0; times < 2; times++) {
            story.take("2026-11-18T16:00", HANDLER, "return", "reason", "不归我管")
                    .take("2026-11-18T16:00", DISPATCHER, "dispatch", "department", DEPARTMENT);
        }
        assertThat(story.refusal("2026-11-18T17:00", HANDLER, "return", "reason", "不归我管"))
                .containsExactly("已退单两次，不能再退，请“申请裁定”。");
        story.take("2026-11-18T17:00", HANDLER, "dispute", "reason", "不归我管")
                .take("2026-11-19T09:00", INSPECTOR, "referee", "department", OTHER_DEPARTMENT, "reason", "按职责清单");
        assertThat(story.order.holder()).contains(new Seat(OTHER_DEPARTMENT, "handler"));
        assertThat(story.clock("handle").unit()).isEqualTo(OTHER_DEPARTMENT);
        var water = new Actor.Officer(OTHER_DEPARTMENT, "handler", "water");
        assertThat(story.refusal("2026-11-19T10:00", water, "return", "reason", "不归我管"))
                .hasSize(1);
        assertThat(story.refusal("2026-11-19T10:00", water, "dispute", "reason", "不归我管"))
                .hasSize(1);
    }

    @Test
    void a_return_asked_over_a_weekend_counts_working_days() {
        var story = EngineStory.dispatched("2026-11-20T09:00")
                .take("2026-11-24T17:00", HANDLER, "return", "reason", "不归我管");
        assertThat(story.order.step()).isEqualTo("tracking");
    }

    @Test
    void a_hang_up_ends_by_itself_at_its_date() {
        var story = accepted()
                .take("2026-11-17T09:00", HANDLER, "ask-hang-up", "until", "2026-12-05", "reason", "等设备")
                .take("2026-11-17T14:30", ATTACHED_LEADER, "grant-hang-up");
        assertThat(story.clock("hang-up").dueAt()).isEqualTo(at("2026-12-07T17:30"));
        story.advanceTo("2026-12-07T17:29");
        assertThat(story.order.step()).isEqualTo("hung-up");
        story.advanceTo("2026-12-07T17:30");
        assertThat(story.order.step()).isEqualTo("handling");
        assertThat(story.order.holder()).contains(new Seat(DEPARTMENT, "handler"));
        assertThat(story.clock("handle").paused()).isFalse();
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-12-10T17:30"));
        assertThat(story.count("resume")).isEqualTo(1);
    }

    @Test
    void a_hang_up_whose_date_has_passed_when_it_is_granted_ends_at_once() {
        var story = accepted()
                .take("2026-11-17T09:00", HANDLER, "ask-hang-up", "until", "2026-11-18", "reason", "等设备")
                .take("2026-11-19T09:00", ATTACHED_LEADER, "grant-hang-up")
                .advanceTo("2026-11-19T09:00");
        assertThat(story.order.step()).isEqualTo("handling");
        assertThat(story.clock("handle").running()).isTrue();
    }

    @Test
    void supervision_starts_the_clock_again_with_the_given_limit() {
        var story = accepted()
                .advanceTo("2026-11-23T09:00")
                .take("2026-11-23T10:00", INSPECTOR, "supervise", "cause", "推诿", "days", "2");
        assertThat(story.order.marked("supervised")).isTrue();
        assertThat(story.clock("handle").run()).isEqualTo(2);
        assertThat(story.clock("handle").dueAt()).isEqualTo(at("2026-11-25T17:30"));
        assertThat(story.clock("handle").overdue(story.now)).isFalse();
        assertThat(story.order.clocks())
                .filteredOn(run -> run.clock().equals("handle") && run.run() == 1)
                .singleElement()
                .satisfies(first -> assertThat(first.breachedAt()).isPresent());
    }

    @Test
    void supervision_can_give_the_lead_to_another_department() {
        var chief = new Actor.Officer(Village.CHIEF, "leader", "chief");
        var story = accepted()
                .take(
                        "2026-11-23T10:00",
                        chief,
                        "supervise",
                        "cause",
                        "推诿",
                        "days",
                        "2",
                        "lead-unit",
                        OTHER_DEPARTMENT);
        assertThat(story.order.holder()).contains(new Seat(OTHER_DEPARTMENT, "handler"));
        assertThat(story.clock("handle").unit()).isEqualTo(OTHER_DEPARTMENT);
        assertThat(story.order.parties()).doesNotContainKey("chief");
    }

    private static EngineStory accepted() {
        return EngineStory.dispatched("2026-11-16T09:00")
                .take("2026-11-16T09:00", HANDLER, "accept", "difficulty", "ordinary", "words", "收到");
    }
}
