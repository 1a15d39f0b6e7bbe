package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Facts;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.testing.SettableClock;

/** Random actions by random actors with random answers at random times: the invariants of an order always hold. */
class RandomActionsTest {

    private static final Set<String> RARE_ACTIONS = Set.of(
            "withdraw", "note", "remark", "urge", "solve", "find-unreasonable", "assign", "transfer", "send-back");
    private static final int STEPS = 200;
    private static final List<Actor> ACTORS = actors();
    private static final List<String> TEXTS = List.of("", "  ", "文字", "urgent", "99", "-1", "2026-13-40", "不\0好");

    private static final Map<String, Integer> TAKEN = new TreeMap<>();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void an_order_keeps_its_holder_clock_history_and_rules(@ForAll long seed) {
        var random = new Random(seed);
        var story = new EngineStory();
        var begin = SettableClock.at("2026-01-05T08:00").plus(Duration.ofMinutes(random.nextInt(500_000)));
        for (int step = 0; step < STEPS; step++) {
            if (!story.order.open() || step == 0) {
                story.order.did().forEach((action, times) -> TAKEN.merge(action, times, Integer::sum));
                story = new EngineStory();
                story.now = begin;
            }
            story.now = story.now.plus(randomDelay(random));
            if (story.order.events() > 0) {
                processDueClocks(story);
                if (random.nextInt(20) == 0) {
                    story.changeCalendar(RandomCalendar.any(random));
                    checkInvariants(story);
                }
            }
            attemptAction(story, random);
            checkInvariants(story);
        }
        story.order.did().forEach((action, times) -> TAKEN.merge(action, times, Integer::sum));
    }

    /** Without this the random actions would prove little. */
    @AfterContainer
    static void rare_actions_were_taken_too() {
        assertThat(TAKEN)
                .containsKeys(
                        "grant-extension", "grant-hang-up", "resume", "set-limit", "referee", "supervise", "rework");
    }

    private static void processDueClocks(EngineStory story) {
        var moved = Alarms.due(EngineStory.METHOD, story.order, story.context());
        story.events.addAll(moved.events());
        story.order = moved.order();
        assertThat(story.order.alarmAt().filter(at -> !at.isAfter(story.now))).isEmpty();
        assertThat(Alarms.due(EngineStory.METHOD, story.order, story.context()).events())
                .isEmpty();
    }

    private static void attemptAction(EngineStory story, Random random) {
        var actions = List.copyOf(EngineStory.METHOD.actions().values());
        var here = actions.stream()
                .filter(action ->
                        action.start() ? story.order.events() == 0 : action.at().contains(story.order.step()))
                .filter(action -> !RARE_ACTIONS.contains(action.id()) || random.nextInt(12) == 0)
                .toList();
        var wild = here.isEmpty() || random.nextInt(4) == 0;
        var action = wild ? GuessedAnswers.any(actions, random) : GuessedAnswers.any(here, random);
        var decider = new Decider(EngineStory.METHOD, story.order, story.context());
        var allowed = ACTORS.stream()
                .filter(actor -> decider.hindrances(action, actor).isEmpty())
                .toList();
        var actor =
                wild || allowed.isEmpty() ? GuessedAnswers.any(ACTORS, random) : GuessedAnswers.any(allowed, random);
        var answers = new HashMap<String, Object>();
        action.form().forEach((id, need) -> {
            if (need.required() || random.nextBoolean()) {
                answers.put(
                        id,
                        random.nextInt(30) == 0
                                ? GuessedAnswers.any(TEXTS, random)
                                : GuessedAnswers.of(EngineStory.METHOD.field(id), story, random));
            }
        });
        var before = story.order;
        if (decider.decide(new Attempt(action.id(), actor, answers)) instanceof Decision.Moved moved) {
            checkAllowed(story, action, actor, moved.events().get(0).answers());
            story.events.addAll(moved.events());
            story.order = moved.order();
            assertThat(moved.events()).hasSize(1);
            assertThat(story.order.changedAt()).isAfterOrEqualTo(before.changedAt());
        } else if (before.events() > 0) {
            assertThat(Order.fold(1, "six-orders", 1, story.events)).isEqualTo(before);
        }
    }

    private static void checkAllowed(EngineStory story, Action action, Actor actor, Map<String, Object> answers) {
        var facts = new Facts(EngineStory.METHOD, story.order, Optional.of(action), answers, story.context());
        assertThat(action.when())
                .as(action.id())
                .allMatch(condition -> condition.that().holds(facts));
        assertThat(action.start()).isEqualTo(story.order.events() == 0);
        assertThat(action.start() || action.at().contains(story.order.step())).isTrue();
        assertThat(new Decider(EngineStory.METHOD, story.order, story.context()).hindrances(action, actor))
                .as("%s by %s", action.id(), actor)
                .isEmpty();
    }

    private static void checkInvariants(EngineStory story) {
        var order = story.order;
        if (order.events() == 0) {
            return;
        }
        assertThat(Order.fold(1, "six-orders", 1, story.events)).isEqualTo(order);
        assertThat(order.events()).isEqualTo(story.events.size());
        assertThat(story.events).extracting(Event::at).isSorted();
        if (order.open()) {
            assertThat(order.holder()).isPresent();
            assertThat(order.running()).anyMatch(run -> !run.paused());
        } else {
            assertThat(order.holder()).isEmpty();
            assertThat(order.running()).isEmpty();
        }
        assertThat(order.clocks()).allSatisfy(run -> {
            assertThat(run.dueAt()).isAfter(run.startedAt().minus(Duration.ofDays(400)));
            assertThat(run.running() || !run.paused()).isTrue();
            assertThat(run.paused() && run.overdue(story.now)).isFalse();
        });
        assertThat(order.counts().getOrDefault("returns", 0)).isLessThanOrEqualTo(2);
        assertThat(order.counts().getOrDefault("extensions", 0)).isLessThanOrEqualTo(1);
        assertThat(order.counts().getOrDefault("reworks", 0)).isLessThanOrEqualTo(1);
    }

    private static Duration randomDelay(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMinutes(random.nextInt(300));
            case 2 -> Duration.ofHours(random.nextInt(30));
            default -> Duration.ofHours(random.nextInt(200) / 2);
        };
    }

    private static List<Actor> actors() {
        var actors = new ArrayList<Actor>(List.of(new Actor.Resident(), new Actor.Machine()));
        for (var unit : List.of(
                Village.COMMUNITY,
                Village.OTHER_COMMUNITY,
                Village.STREET,
                Village.OFFICE,
                Village.DEPARTMENT,
                Village.OTHER_DEPARTMENT,
                Village.LEADER,
                Village.CHIEF,
                Village.SUPERVISION)) {
            for (var post : List.of("clerk", "secretary", "dispatcher", "handler", "head", "leader", "inspector")) {
                actors.add(new Actor.Officer(unit, post, unit + "-" + post));
            }
        }
        return actors;
    }
}
