package org.liudan.demo;

import static org.liudan.demo.Stage.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.demo.Plot.Asked;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** What leaders and the supervision office do: decide what they are asked, and press when a clock warns or runs out. */
final class LeaderPart {

    private static final Set<String> SUPERVISED = Set.of("accepting", "handling", "street-work");

    private final Stage stage;
    private final boolean urges;
    private final boolean supervises;
    private final boolean namesLead;

    LeaderPart(Stage stage) {
        this.stage = stage;
        this.urges = stage.chance(30);
        this.supervises = stage.chance(60);
        this.namesLead = stage.chance(20);
    }

    Optional<StoryMove> reaction(Order order) {
        var late = order.clock("handle")
                .filter(ClockRun::running)
                .filter(run -> run.breachedAt().isPresent())
                .isPresent();
        if (late && supervises && did(order, "supervise") == 0 && SUPERVISED.contains(order.step())) {
            return supervise(order);
        }
        var warned = order.running().stream().anyMatch(run -> run.warnedAt().isPresent());
        var inStreet = order.holder().filter(seat -> seat.unit().length() == 9).isPresent();
        return warned && urges && !inStreet && did(order, "urge") == 0
                ? stage.move(
                        stage.cast().dispatcher(order), "urge", stage.later(order, 30, 240), "note", stage.say("urge"))
                : Optional.empty();
    }

    Optional<StoryMove> refereeing(Order order) {
        var right = stage.cast().directory().proposedFor(stage.message().category());
        return stage.move(
                stage.cast().holder(order),
                "referee",
                stage.promptly(order, "referee", 60, 500),
                "department",
                right.orElseThrow().code(),
                "reason",
                stage.say("referee"));
    }

    Optional<StoryMove> hangUpAsked(Order order) {
        var at = stage.promptly(order, "approve", 60, 350);
        var leader = stage.cast().holder(order);
        return stage.plot().hangUp == Asked.GRANTED
                ? stage.move(
                        leader,
                        "grant-hang-up",
                        at,
                        "note",
                        stage.say("grant-hang-up"),
                        "words",
                        stage.say("grant-hang-up-words"))
                : stage.move(leader, "refuse-hang-up", at, "reason", stage.say("refuse-hang-up"));
    }

    private Optional<StoryMove> supervise(Order order) {
        var answers = new ArrayList<Object>(List.of(
                "cause",
                stage.say("cause"),
                "days",
                3 + stage.lots().nextInt(6),
                "words",
                stage.perhaps(70, "supervise")));
        var department = order.text("department");
        if (namesLead && !stage.plot().brisk() && !department.isEmpty()) {
            answers.addAll(List.of("lead-unit", department));
        }
        Actor by = stage.chance(80) || !order.parties().containsKey("supervision")
                ? stage.cast().leader(order)
                : stage.cast().of(order, "supervision", "inspector");
        return stage.move(by, "supervise", stage.later(order, 120, 800), answers.toArray());
    }
}
