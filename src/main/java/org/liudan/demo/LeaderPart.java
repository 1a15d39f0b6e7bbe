package org.liudan.demo;

import static org.liudan.demo.StoryContext.timesDone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.demo.StoryPlan.RequestOutcome;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** The actions of leaders and the supervision office: they decide requests, and press a unit when a clock is warned or breached. */
final class LeaderPart {

    private static final Set<String> SUPERVISED_STEPS = Set.of("accepting", "handling", "street-work");

    private final StoryContext story;
    private final boolean urges;
    private final boolean supervises;
    private final boolean namesLead;

    LeaderPart(StoryContext story) {
        this.story = story;
        this.urges = story.chance(30);
        this.supervises = story.chance(60);
        this.namesLead = story.chance(20);
    }

    Optional<StoryMove> reaction(Order order) {
        var late = order.clock("handle")
                .filter(ClockRun::running)
                .filter(run -> run.breachedAt().isPresent())
                .isPresent();
        if (late && supervises && timesDone(order, "supervise") == 0 && SUPERVISED_STEPS.contains(order.step())) {
            return supervise(order);
        }
        var warned = order.running().stream().anyMatch(run -> run.warnedAt().isPresent());
        var inStreet = order.holder().filter(seat -> seat.unit().length() == 9).isPresent();
        return warned && urges && !inStreet && timesDone(order, "urge") == 0
                ? story.move(
                        story.accounts().dispatcher(order),
                        "urge",
                        story.later(order, 30, 240),
                        "note",
                        story.phrase("urge"))
                : Optional.empty();
    }

    Optional<StoryMove> refereeing(Order order) {
        var proposed = story.accounts().directory().proposedFor(story.message().category());
        return story.move(
                story.accounts().holder(order),
                "referee",
                story.promptly(order, "referee", 60, 500),
                "department",
                proposed.orElseThrow().code(),
                "reason",
                story.phrase("referee"));
    }

    Optional<StoryMove> hangUpAsked(Order order) {
        var at = story.promptly(order, "approve", 60, 350);
        var leader = story.accounts().holder(order);
        return story.plan().hangUp == RequestOutcome.GRANTED
                ? story.move(
                        leader,
                        "grant-hang-up",
                        at,
                        "note",
                        story.phrase("grant-hang-up"),
                        "words",
                        story.phrase("grant-hang-up-words"))
                : story.move(leader, "refuse-hang-up", at, "reason", story.phrase("refuse-hang-up"));
    }

    private Optional<StoryMove> supervise(Order order) {
        var answers = new ArrayList<Object>(List.of(
                "cause",
                story.phrase("cause"),
                "days",
                3 + story.random().nextInt(6),
                "words",
                story.optionalPhrase(70, "supervise")));
        var department = order.text("department");
        if (namesLead && !story.plan().brisk() && !department.isEmpty()) {
            answers.addAll(List.of("lead-unit", department));
        }
        Actor by = story.chance(80) || !order.parties().containsKey("supervision")
                ? story.accounts().leader(order)
                : story.accounts().officer(order, "supervision", "inspector");
        return story.move(by, "supervise", story.later(order, 120, 800), answers.toArray());
    }
}
