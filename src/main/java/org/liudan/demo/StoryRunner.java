package org.liudan.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;

/** Runs one story until today: the actions of the script and the alarms of the order, each at its own time. */
final class StoryRunner {

    private static final String METHOD = "six-orders";
    /** A story with more events is considered endless. */
    private static final int MAX_EVENTS = 500;

    private final StoryClock clock;
    private final OrderDesk desk;
    private final Photos photos;
    private final StoryContext story;
    private final Script script;
    private final Instant end;

    StoryRunner(OrderDesk desk, Photos photos, StoryContext story, Instant end) {
        this.clock = new StoryClock(end);
        this.desk = desk.at(clock);
        this.photos = photos;
        this.story = story;
        this.script = new Script(story);
        this.end = end;
    }

    /** Runs the story; returns the refusal if there was one. There should be none. */
    Optional<String> run(StoryStart start, long id) {
        clock.set(start.at());
        var attempt = start.photo() ? withPhoto(start.attempt(), id) : start.attempt();
        var outcome = desk.raise(METHOD, id, attempt, "demo-" + id);
        return outcome instanceof Outcome.Done done
                ? proceed(done.order()).or(() -> runChildren(id))
                : Optional.of(attempt.action() + ": " + ((Outcome.Refused) outcome).reasons());
    }

    private Optional<String> runChildren(long id) {
        return desk.find(id).orElseThrow().kin().children().stream()
                .flatMap(child -> desk.find(child.id()).stream())
                .flatMap(child -> proceed(child).stream())
                .findFirst();
    }

    private Optional<String> proceed(Order raised) {
        var order = raised;
        var next = script.next(order);
        for (int events = 0; events < MAX_EVENTS; events++) {
            var move = next.filter(planned -> !planned.at().isAfter(end));
            var alarm = order.alarmAt().filter(at -> !at.isAfter(end));
            if (alarm.isPresent()
                    && move.filter(planned -> !planned.at().isAfter(alarm.get()))
                            .isEmpty()) {
                var step = order.step();
                order = ring(order, alarm.get());
                next = order.step().equals(step) ? earlier(next, script.reaction(order)) : script.next(order);
            } else if (move.isPresent()) {
                var outcome = perform(order, move.get());
                if (outcome instanceof Outcome.Refused refused) {
                    return Optional.of("Order " + order.id() + " at " + order.step() + ": "
                            + move.get().action() + " at " + move.get().at() + " was refused: " + refused.reasons());
                }
                order = ((Outcome.Done) outcome).order();
                next = script.next(order);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of("Order " + order.id() + " does not end: " + order.did());
    }

    private Order ring(Order order, Instant at) {
        clock.set(at);
        if (!desk.ring(order.id())) {
            throw new IllegalStateException("Order " + order.id() + " had nothing to ring at " + at);
        }
        desk.deliver();
        return desk.find(order.id()).orElseThrow();
    }

    private Outcome perform(Order order, StoryMove move) {
        clock.set(move.at());
        var attempt = new Attempt(move.action(), move.by(), move.answers());
        return desk.perform(
                order.id(),
                move.photo() ? withPhoto(attempt, order.id()) : attempt,
                "demo-" + order.id() + "-" + order.events());
    }

    private Attempt withPhoto(Attempt attempt, long order) {
        var answers = new HashMap<>(attempt.answers());
        var name = attempt.action().startsWith("finish") || attempt.action().equals("solve") ? "办结照片.jpg" : "现场照片.jpg";
        answers.put("files", List.of(photos.store(order, name, story.random().nextInt(1_000), clock.instant())));
        return new Attempt(attempt.action(), attempt.by(), answers);
    }

    private static Optional<StoryMove> earlier(Optional<StoryMove> planned, Optional<StoryMove> reaction) {
        return reaction.isPresent()
                        && planned.filter(move -> !reaction.get().before(move)).isEmpty()
                ? reaction
                : planned;
    }
}
