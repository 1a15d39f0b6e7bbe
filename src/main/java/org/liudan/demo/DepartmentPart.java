package org.liudan.demo;

import static org.liudan.demo.StoryContext.timesDone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.demo.StoryPlan.Difficulty;
import org.liudan.demo.StoryPlan.RequestOutcome;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** The actions of a department: it accepts or returns, answers, asks for more time, works and finishes. */
final class DepartmentPart {

    /** The number of returns after which the department disputes. */
    private static final int RETURNS = 2;

    private final StoryContext story;
    private final boolean answersWithAcceptance;
    private final boolean reportsProgress;
    private final boolean yields;
    private final boolean resumes;
    private @Nullable Instant finishAt;

    DepartmentPart(StoryContext story) {
        this.story = story;
        this.answersWithAcceptance = story.chance(60);
        this.reportsProgress = story.chance(40);
        this.yields = story.chance(80);
        this.resumes = story.chance(50);
    }

    Optional<StoryMove> accepting(Order order) {
        var handler = story.accounts().department(order);
        int returned = order.counts().getOrDefault("returns", 0);
        if (returned < story.plan().returns && timesDone(order, "referee") == 0) {
            return story.move(handler, "return", story.later(order, 40, 300), "reason", story.phrase("return"));
        }
        if (returned >= RETURNS && timesDone(order, "referee") == 0) {
            return story.move(handler, "dispute", story.later(order, 40, 300), "reason", story.phrase("dispute"));
        }
        var at = story.promptly(order, "answer", 20, 200);
        if (story.plan().difficulty == Difficulty.LEADER_DECIDES && timesDone(order, "set-limit") == 0) {
            return story.move(handler, "ask-limit", at, "reason", story.phrase("ask-limit"));
        }
        return story.move(
                handler,
                "accept",
                at,
                "difficulty",
                story.plan().difficulty == Difficulty.ORDINARY ? "ordinary" : "hard",
                "words",
                answersWithAcceptance || story.plan().brisk() && story.chance(70) ? answer() : "");
    }

    Optional<StoryMove> limitSetting(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        long days = Math.min(
                60,
                Math.round(Math.ceil(story.plan().workingDays()))
                        + story.random().nextInt(4));
        return story.move(
                story.accounts().holder(order),
                "set-limit",
                story.promptly(order, "set-limit", 60, 500),
                "days",
                Math.max(1, story.chance(80) ? days : days * 2 / 3),
                "note",
                story.optionalPhrase(70, "set-limit"));
    }

    Optional<StoryMove> handling(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        var finish = finish(order);
        return request(order)
                .or(() -> reportsProgress && timesDone(order, "progress") == 0 ? progress(order) : Optional.empty())
                .filter(move -> move.before(finish))
                .or(() -> Optional.of(finish));
    }

    /** Half of the hung-up orders are resumed early, the others by the clock. */
    Optional<StoryMove> hungUp(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        return resumes
                ? story.move(
                        story.accounts().department(order),
                        "resume",
                        story.later(order, 600, 2_400),
                        "note",
                        story.phrase("resume"))
                : Optional.empty();
    }

    private Optional<StoryMove> request(Order order) {
        var handle = order.clock("handle").orElseThrow();
        if (handle.overdue(order.changedAt()) || timesDone(order, "rework") > 0) {
            return Optional.empty();
        }
        var handler = story.accounts().department(order);
        if (story.plan().extension != RequestOutcome.NONE && timesDone(order, "ask-extension") == 0) {
            return story.move(
                    handler,
                    "ask-extension",
                    beforeDue(order, handle),
                    "more-days",
                    1 + story.random().nextInt(10),
                    "reason",
                    story.phrase("ask-extension"));
        }
        if (story.plan().hangUp != RequestOutcome.NONE && timesDone(order, "ask-hang-up") == 0) {
            int days = (story.plan().brisk() ? 20 : 6) + story.random().nextInt(20);
            return story.move(
                    handler,
                    "ask-hang-up",
                    beforeDue(order, handle),
                    "until",
                    story.calendar().dayOf(handle.dueAt()).plusDays(days).toString(),
                    "reason",
                    story.phrase("ask-hang-up"));
        }
        return Optional.empty();
    }

    private Instant beforeDue(Order order, ClockRun handle) {
        var early = story.later(order, 60, 200);
        var late = handle.dueAt().minus(Duration.ofMinutes(60L + story.random().nextInt(150)));
        if (story.plan().brisk()) {
            return early;
        }
        return late.isAfter(order.changedAt()) ? late : order.changedAt();
    }

    private Optional<StoryMove> progress(Order order) {
        return story.move(
                story.accounts().department(order),
                "progress",
                story.later(order, 200, 600),
                "note",
                story.phrase("progress"));
    }

    private StoryMove finish(Order order) {
        var planned = finishAt;
        if (planned == null || timesDone(order, "rework") > 0) {
            planned = timesDone(order, "rework") > 0
                    ? story.later(order, 200, 900)
                    : story.after(order.clock("handle").orElseThrow().startedAt(), story.plan().work);
            finishAt = planned;
        }
        var handle = order.clock("handle").orElseThrow();
        if (yields && timesDone(order, "supervise") > 0 && handle.dueAt().isBefore(planned)) {
            planned =
                    handle.dueAt().minus(Duration.ofMinutes(30L + story.random().nextInt(120)));
        }
        return story.move(
                        story.accounts().department(order),
                        "finish",
                        StoryContext.latest(planned, story.later(order, 10, 60)),
                        "result",
                        story.message().result())
                .orElseThrow()
                .withPhoto();
    }

    private Optional<StoryMove> answer(Order order) {
        return story.move(
                story.accounts().department(order),
                "answer",
                story.promptly(order, "answer", 10, 120),
                "words",
                answer());
    }

    private String answer() {
        return story.message().answer().orElseGet(() -> story.phrase("answer"));
    }

    private static boolean unanswered(Order order) {
        return order.clock("answer").filter(ClockRun::running).isPresent();
    }
}
