package org.liudan.demo;

import static org.liudan.demo.StoryContext.timesDone;

import java.time.Duration;
import java.util.Optional;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/** The actions of the resident after raising: remark, withdraw and rate. */
final class ResidentPart {

    private static final Actor RESIDENT = new Actor.Resident();

    private final StoryContext story;

    ResidentPart(StoryContext story) {
        this.story = story;
    }

    static Optional<StoryMove> rate(StoryContext story, Order order, String rating, String words) {
        var at = order.changedAt().plus(Duration.ofMinutes(20L + story.random().nextInt(1_500)));
        return story.move(RESIDENT, "rate", at, "rating", rating, "rating-words", words);
    }

    Optional<StoryMove> withdraws(Order order) {
        return story.plan()
                .withdrawnAt
                .filter(order.step()::equals)
                .flatMap(step -> story.move(
                        RESIDENT,
                        "withdraw",
                        order.changedAt()
                                .plus(Duration.ofMinutes(30L + story.random().nextInt(900))),
                        "reason",
                        story.phrase("withdraw")));
    }

    Optional<StoryMove> remarks(Order order) {
        return timesDone(order, "remark") > 0
                ? Optional.empty()
                : story.move(
                        RESIDENT,
                        "remark",
                        order.changedAt()
                                .plus(Duration.ofMinutes(20L + story.random().nextInt(600))),
                        "remark",
                        story.phrase("remark"));
    }
}
