package org.liudan.demo;

import java.util.Optional;
import org.liudan.engine.order.Order;

/** The actions on the supervision orders that a story opened: the supervised unit replies, and the supervision office judges the reply. */
final class SupervisedPart {

    private final StoryContext story;

    SupervisedPart(StoryContext story) {
        this.story = story;
    }

    /** Returns the next action; empty when the order is closed. */
    Optional<StoryMove> next(Order order) {
        return switch (order.step()) {
            case "replying" ->
                story.move(
                        story.accounts().holder(order),
                        "reply",
                        story.promptly(order, "reply", 200, 1_400),
                        "reply",
                        story.phrase("press-reply"));
            case "leading" ->
                story.move(
                        story.accounts().holder(order),
                        "set-limit",
                        story.promptly(order, "lead", 60, 500),
                        "question",
                        story.phrase("press-question"),
                        "days",
                        1 + story.random().nextInt(3));
            case "judging" ->
                story.move(
                        story.accounts().holder(order),
                        "accept",
                        story.promptly(order, "judge", 60, 600),
                        "outcome",
                        story.chance(85) ? "effective" : "negative-list",
                        "result",
                        story.phrase("press-outcome"));
            default -> Optional.empty();
        };
    }
}
