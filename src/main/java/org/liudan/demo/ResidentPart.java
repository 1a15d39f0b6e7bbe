package org.liudan.demo;

import static org.liudan.demo.Stage.did;

import java.time.Duration;
import java.util.Optional;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/** What the resident does besides raising: adds a word, thinks better of it, rates. */
final class ResidentPart {

    private static final Actor RESIDENT = new Actor.Resident();

    private final Stage stage;

    ResidentPart(Stage stage) {
        this.stage = stage;
    }

    static Optional<StoryMove> rate(Stage stage, Order order, String rating, String words) {
        var at = order.changedAt().plus(Duration.ofMinutes(20L + stage.lots().nextInt(1_500)));
        return stage.move(RESIDENT, "rate", at, "rating", rating, "rating-words", words);
    }

    Optional<StoryMove> withdraws(Order order) {
        return stage.plot()
                .withdrawnAt
                .filter(order.step()::equals)
                .flatMap(step -> stage.move(
                        RESIDENT,
                        "withdraw",
                        order.changedAt()
                                .plus(Duration.ofMinutes(30L + stage.lots().nextInt(900))),
                        "reason",
                        stage.say("withdraw")));
    }

    Optional<StoryMove> remarks(Order order) {
        return did(order, "remark") > 0
                ? Optional.empty()
                : stage.move(
                        RESIDENT,
                        "remark",
                        order.changedAt()
                                .plus(Duration.ofMinutes(20L + stage.lots().nextInt(600))),
                        "remark",
                        stage.say("remark"));
    }
}
