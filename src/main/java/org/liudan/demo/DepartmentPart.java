package org.liudan.demo;

import static org.liudan.demo.Stage.did;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.demo.Plot.Asked;
import org.liudan.demo.Plot.Difficulty;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** What a department does: accepts or returns, answers, asks for time, works and finishes. */
final class DepartmentPart {

    private static final int RETURNS = 2;

    private final Stage stage;
    private final boolean answersWithAcceptance;
    private final boolean reportsProgress;
    private final boolean yields;
    private final boolean resumes;
    private @Nullable Instant finishing;

    DepartmentPart(Stage stage) {
        this.stage = stage;
        this.answersWithAcceptance = stage.chance(60);
        this.reportsProgress = stage.chance(40);
        this.yields = stage.chance(80);
        this.resumes = stage.chance(50);
    }

    Optional<StoryMove> accepting(Order order) {
        var handler = stage.cast().department(order);
        int returned = order.counts().getOrDefault("returns", 0);
        if (returned < stage.plot().returns && did(order, "referee") == 0) {
            return stage.move(handler, "return", stage.later(order, 40, 300), "reason", stage.say("return"));
        }
        if (returned >= RETURNS && did(order, "referee") == 0) {
            return stage.move(handler, "dispute", stage.later(order, 40, 300), "reason", stage.say("dispute"));
        }
        var at = stage.promptly(order, "answer", 20, 200);
        if (stage.plot().difficulty == Difficulty.LEADER_DECIDES && did(order, "set-limit") == 0) {
            return stage.move(handler, "ask-limit", at, "reason", stage.say("ask-limit"));
        }
        return stage.move(
                handler,
                "accept",
                at,
                "difficulty",
                stage.plot().difficulty == Difficulty.ORDINARY ? "ordinary" : "hard",
                "words",
                answersWithAcceptance || stage.plot().brisk() && stage.chance(70) ? answer() : "");
    }

    Optional<StoryMove> limitSetting(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        long days = Math.min(
                60,
                Math.round(Math.ceil(stage.plot().workingDays())) + stage.lots().nextInt(4));
        return stage.move(
                stage.cast().holder(order),
                "set-limit",
                stage.promptly(order, "set-limit", 60, 500),
                "days",
                Math.max(1, stage.chance(80) ? days : days * 2 / 3),
                "note",
                stage.perhaps(70, "set-limit"));
    }

    Optional<StoryMove> handling(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        var finish = finish(order);
        return request(order)
                .or(() -> reportsProgress && did(order, "progress") == 0 ? progress(order) : Optional.empty())
                .filter(move -> move.before(finish))
                .or(() -> Optional.of(finish));
    }

    /** Half of what was hung up is taken up again before its time; the rest by the clock. */
    Optional<StoryMove> hungUp(Order order) {
        if (unanswered(order)) {
            return answer(order);
        }
        return resumes
                ? stage.move(
                        stage.cast().department(order),
                        "resume",
                        stage.later(order, 600, 2_400),
                        "note",
                        stage.say("resume"))
                : Optional.empty();
    }

    private Optional<StoryMove> request(Order order) {
        var handle = order.clock("handle").orElseThrow();
        if (handle.overdue(order.changedAt()) || did(order, "rework") > 0) {
            return Optional.empty();
        }
        var handler = stage.cast().department(order);
        if (stage.plot().extension != Asked.NOT && did(order, "ask-extension") == 0) {
            return stage.move(
                    handler,
                    "ask-extension",
                    beforeDue(order, handle),
                    "more-days",
                    1 + stage.lots().nextInt(10),
                    "reason",
                    stage.say("ask-extension"));
        }
        if (stage.plot().hangUp != Asked.NOT && did(order, "ask-hang-up") == 0) {
            int days = (stage.plot().brisk() ? 20 : 6) + stage.lots().nextInt(20);
            return stage.move(
                    handler,
                    "ask-hang-up",
                    beforeDue(order, handle),
                    "until",
                    stage.calendar().dayOf(handle.dueAt()).plusDays(days).toString(),
                    "reason",
                    stage.say("ask-hang-up"));
        }
        return Optional.empty();
    }

    private Instant beforeDue(Order order, ClockRun handle) {
        var soon = stage.later(order, 60, 200);
        var late = handle.dueAt().minus(Duration.ofMinutes(60L + stage.lots().nextInt(150)));
        if (stage.plot().brisk()) {
            return soon;
        }
        return late.isAfter(order.changedAt()) ? late : order.changedAt();
    }

    private Optional<StoryMove> progress(Order order) {
        return stage.move(
                stage.cast().department(order),
                "progress",
                stage.later(order, 200, 600),
                "note",
                stage.say("progress"));
    }

    private StoryMove finish(Order order) {
        var planned = finishing;
        if (planned == null || did(order, "rework") > 0) {
            planned = did(order, "rework") > 0
                    ? stage.later(order, 200, 900)
                    : stage.after(order.clock("handle").orElseThrow().startedAt(), stage.plot().work);
            finishing = planned;
        }
        var handle = order.clock("handle").orElseThrow();
        if (yields && did(order, "supervise") > 0 && handle.dueAt().isBefore(planned)) {
            planned = handle.dueAt().minus(Duration.ofMinutes(30L + stage.lots().nextInt(120)));
        }
        return stage.move(
                        stage.cast().department(order),
                        "finish",
                        Stage.latest(planned, stage.later(order, 10, 60)),
                        "result",
                        stage.message().result())
                .orElseThrow()
                .withPhoto();
    }

    private Optional<StoryMove> answer(Order order) {
        return stage.move(
                stage.cast().department(order), "answer", stage.promptly(order, "answer", 10, 120), "words", answer());
    }

    private String answer() {
        return stage.message().answer().orElseGet(() -> stage.say("answer"));
    }

    private static boolean unanswered(Order order) {
        return order.clock("answer").filter(ClockRun::running).isPresent();
    }
}
