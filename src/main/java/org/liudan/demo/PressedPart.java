package org.liudan.demo;

import java.util.Optional;
import org.liudan.engine.order.Order;

/** What comes of the orders that a story opened: the unit pressed replies, and the supervision office judges it. */
final class PressedPart {

    private final Stage stage;

    PressedPart(Stage stage) {
        this.stage = stage;
    }

    /** The usual next thing; empty when the order is closed. */
    Optional<StoryMove> next(Order order) {
        return switch (order.step()) {
            case "replying" ->
                stage.move(
                        stage.cast().holder(order),
                        "reply",
                        stage.promptly(order, "reply", 200, 1_400),
                        "reply",
                        stage.say("press-reply"));
            case "leading" ->
                stage.move(
                        stage.cast().holder(order),
                        "set-limit",
                        stage.promptly(order, "lead", 60, 500),
                        "question",
                        stage.say("press-question"),
                        "days",
                        1 + stage.lots().nextInt(3));
            case "judging" ->
                stage.move(
                        stage.cast().holder(order),
                        "accept",
                        stage.promptly(order, "judge", 60, 600),
                        "outcome",
                        stage.chance(85) ? "effective" : "negative-list",
                        "result",
                        stage.say("press-outcome"));
            default -> Optional.empty();
        };
    }
}
