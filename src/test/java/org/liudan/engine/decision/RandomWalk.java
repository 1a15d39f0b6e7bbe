package org.liudan.engine.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.SettableClock;

/** Random actions on the orders of a network, step by step. After every step the invariants must hold. */
final class RandomWalk {

    private static final List<String> TEXTS = List.of("", "  ", "文字", "urgent", "99", "-1", "2026-13-40", "不\0好");
    private static final int OPEN_ORDERS = 6;

    final OrderNetwork network;
    /** How often each action was taken, as {@code method.action}. */
    final Map<String, Integer> taken = new TreeMap<>();

    /** How many merges could be undone. */
    int undoneMerges;

    private final Random random;
    private final EngineTown town;
    private final OrderInvariants invariants;
    private final Map<Long, Integer> checkedEvents = new HashMap<>();

    RandomWalk(Random random, Method... methods) {
        this.random = random;
        network = new OrderNetwork(methods);
        town = EngineTown.of(methods);
        network.organisation = town;
        network.now = SettableClock.at("2026-01-05T08:00").plus(Duration.ofMinutes(random.nextInt(300_000)));
        invariants = new OrderInvariants(network);
    }

    void steps(int count) {
        for (int step = 0; step < count; step++) {
            step();
        }
        while (!network.hasNoMessages()) {
            network.deliver();
            processDueClocks();
        }
        checkInvariants();
        network.orders.values().forEach(invariants::checkHistory);
    }

    private void step() {
        network.now = network.now.plus(randomDelay());
        if (random.nextInt(60) == 0) {
            network.calendar = RandomCalendar.any(random);
            List.copyOf(network.orders.values())
                    .forEach(order -> network.add(Alarms.redated(network.methodOf(order), order, network.context())));
        }
        processDueClocks();
        attemptAction();
        processDueClocks();
        for (int messages = random.nextInt(5); messages > 0; messages--) {
            network.deliverAny(random);
        }
        if (random.nextInt(6) == 0) {
            network.deliver();
        }
        processDueClocks();
        checkInvariants();
    }

    private void processDueClocks() {
        for (var order : List.copyOf(network.orders.values())) {
            if (order.alarmAt().filter(at -> !at.isAfter(network.now)).isPresent()) {
                network.add(Alarms.due(network.methodOf(order), order, network.context()));
            }
        }
    }

    private void attemptAction() {
        var before = anyOrder();
        var method = network.methodOf(before);
        var actions = List.copyOf(method.actions().values());
        var here = actions.stream()
                .filter(action ->
                        action.start() ? before.events() == 0 : action.at().contains(before.step()))
                .filter(action -> action.main() || random.nextInt(3) > 0)
                .toList();
        var wild = here.isEmpty() || random.nextInt(8) == 0;
        var action = GuessedAnswers.any(wild ? actions : here, random);
        var answers = answers(method, action);
        var allowed = List.copyOf(allowedActors(method, before, action, answers, town));
        var actor = wild || allowed.isEmpty() ? anyActor() : GuessedAnswers.any(allowed, random);
        var decision = new Decider(method, before, network.context()).decide(new Attempt(action.id(), actor, answers));
        if (decision instanceof Decision.Moved moved) {
            invariants.checkAllowed(before, action, actor, moved.events().get(0));
            taken.merge(method.id() + "." + action.id(), 1, Integer::sum);
            if (action.outgoing().merge().isPresent()
                    && invariants.checkMergeCanBeUndone(before, moved.order(), action, random)) {
                undoneMerges++;
            }
            network.add(moved);
        }
    }

    private Order anyOrder() {
        var open = network.orders.values().stream().filter(Order::open).toList();
        if (open.size() < OPEN_ORDERS || random.nextInt(30) == 0) {
            var method = GuessedAnswers.any(List.copyOf(network.methods.keySet()), random);
            return Order.unraised(network.nextId(), method, 1);
        }
        return GuessedAnswers.any(random.nextInt(8) == 0 ? List.copyOf(network.orders.values()) : open, random);
    }

    private Map<String, Object> answers(Method method, Action action) {
        var answers = new HashMap<String, Object>();
        action.form().forEach((id, need) -> {
            if (need.required() || random.nextBoolean()) {
                answers.put(
                        id,
                        random.nextInt(60) == 0
                                ? GuessedAnswers.any(TEXTS, random)
                                : GuessedAnswers.of(method.field(id), town, network, random));
            }
        });
        return answers;
    }

    /** The actors that may take the action: for each seat two people, and the program or the resident. */
    static Set<Actor> allowedActors(
            Method method, Order order, Action action, Map<String, Object> answers, OrganisationLookup organisation) {
        var parties = new PartyResolver(method, order, action.start() ? answers : Map.of(), organisation);
        var actors = new LinkedHashSet<Actor>();
        action.by().forEach(role -> {
            if (role instanceof Role.Resident) {
                actors.add(new Actor.Resident());
            } else if (role instanceof Role.Machine) {
                actors.add(new Actor.Machine());
            } else {
                (role instanceof Role.PostOf post ? parties.seat(post) : order.holder())
                        .ifPresent(seat -> List.of("1", "2")
                                .forEach(person ->
                                        actors.add(new Actor.Officer(seat.unit(), seat.post(), seat.unit() + person))));
            }
        });
        return actors;
    }

    private Actor anyActor() {
        var posts = List.of("clerk", "secretary", "dispatcher", "handler", "head", "leader", "inspector", "discipline");
        var units = new ArrayList<>(Village.UNITS);
        units.addAll(town.furtherUnits().keySet());
        return switch (random.nextInt(6)) {
            case 0 -> new Actor.Resident();
            case 1 -> new Actor.Machine();
            default ->
                new Actor.Officer(GuessedAnswers.any(units, random), GuessedAnswers.any(posts, random), "anybody");
        };
    }

    private void checkInvariants() {
        for (var order : network.orders.values()) {
            if (!Integer.valueOf(order.events()).equals(checkedEvents.put(order.id(), order.events()))) {
                invariants.checkOrder(order);
                if (random.nextInt(5) == 0) {
                    invariants.checkHistory(order);
                }
            }
        }
        if (network.hasNoMessages()) {
            invariants.checkLinks();
        }
    }

    private Duration randomDelay() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Duration.ZERO;
            case 2 -> Duration.ofMinutes(random.nextInt(300));
            case 3 -> Duration.ofHours(random.nextInt(30));
            default -> Duration.ofHours(random.nextInt(120) / 2);
        };
    }
}
