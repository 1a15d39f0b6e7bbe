package org.liudan.engine.decision;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrderLookup;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderMessage;
import org.liudan.testing.SettableClock;

/** Many orders of several methods in memory, which write each other letters. Local times are those of Shanghai. */
final class Society implements OrderLookup {

    final Map<String, Method> methods = new TreeMap<>();
    final Map<Long, Order> orders = new TreeMap<>();
    final Map<Long, List<Event>> events = new TreeMap<>();
    WorkingCalendar calendar = Holidays.published();
    OrganisationLookup offices = Village.usual();
    Instant now = Instant.EPOCH;
    private final ArrayDeque<Map.Entry<Long, OrderMessage>> letters = new ArrayDeque<>();
    private long next = 1;

    Society(Method... known) {
        for (var method : known) {
            methods.put(method.id(), method.as(1));
        }
    }

    @Override
    public long nextId() {
        return next++;
    }

    /** Here an order's number is its id. */
    @Override
    public Optional<Fellow> find(String number) {
        return number.matches("\\d{1,6}")
                ? Optional.ofNullable(orders.get(Long.parseLong(number)))
                        .map(order -> new Fellow(order.id(), order.method(), order.open()))
                : Optional.empty();
    }

    @Override
    public List<Kept> kept(String register, List<String> regions, String method) {
        return orders.values().stream()
                .filter(order -> order.method().equals(register) && order.open())
                .filter(order -> regions.contains(order.text("region")))
                .filter(order -> orders.values().stream()
                        .noneMatch(other -> other.method().equals(method)
                                && other.open()
                                && other.kin().about().equals(Optional.of(order.id()))))
                .map(order -> new Kept(order.id(), order.holder().orElseThrow().unit(), order.fields()))
                .toList();
    }

    @Override
    public Surveyed surveyed(String register, List<String> areas, String since) {
        return new Surveyed(0, 0);
    }

    Society at(String time) {
        now = SettableClock.at(time);
        return this;
    }

    DecisionContext setting() {
        return new DecisionContext(now, calendar, offices, UnaryOperator.identity(), this);
    }

    Method methodOf(Order order) {
        return Objects.requireNonNull(methods.get(order.method()));
    }

    /** Raises an order that may be raised; answers its id. */
    long raises(String method, Actor who, String action, Object... answers) {
        long id = nextId();
        var decision = tries(Order.unraised(id, method, 1), who, action, answers);
        moved(decision, action);
        return id;
    }

    /** Takes an action that may be taken, and everything that comes of it in other orders. */
    Order does(long id, Actor who, String action, Object... answers) {
        moved(tries(order(id), who, action, answers), action);
        return order(id);
    }

    Decision tries(Order order, Actor who, String action, Object... answers) {
        var filled = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i].toString(), answers[i + 1]);
        }
        return new Decider(methodOf(order), order, setting()).decide(new Attempt(action, who, Map.copyOf(filled)));
    }

    Order order(long id) {
        return Objects.requireNonNull(orders.get(id));
    }

    Child child(long parent, int number) {
        return order(parent).kin().children().get(number);
    }

    /** What falls due by now, in all orders. */
    Society rings() {
        for (var id : List.copyOf(orders.keySet())) {
            if (order(id).alarmAt().filter(at -> !at.isAfter(now)).isPresent()) {
                add(Alarms.due(methodOf(order(id)), order(id), setting()));
                deliver();
            }
        }
        return this;
    }

    List<String> happened(long id) {
        return eventsOf(id).stream().map(Event::action).toList();
    }

    List<Event> eventsOf(long id) {
        return Objects.requireNonNull(events.get(id));
    }

    void moved(Decision decision, String action) {
        if (decision instanceof Decision.Refused refused) {
            throw new AssertionError(action + " was refused: " + refused.reasons());
        }
        add((Decision.Moved) decision);
        deliver();
    }

    void add(Decision.Moved moved) {
        long id = moved.order().id();
        orders.put(id, moved.order());
        events.computeIfAbsent(id, none -> new ArrayList<>()).addAll(moved.events());
        moved.events().stream()
                .flatMap(event -> event.changes().stream())
                .filter(Change.Sent.class::isInstance)
                .forEach(change -> letters.add(Map.entry(id, ((Change.Sent) change).letter())));
    }

    void deliver() {
        while (!letters.isEmpty()) {
            deliver(letters.remove());
        }
    }

    /** Delivers one letter: those of one sender come in their order, those of several in any. */
    void deliverAny(Random random) {
        if (!letters.isEmpty()) {
            var senders = letters.stream().map(Map.Entry::getKey).distinct().toList();
            var sender = senders.get(random.nextInt(senders.size()));
            var letter = letters.stream()
                    .filter(one -> one.getKey().equals(sender))
                    .findFirst()
                    .orElseThrow();
            letters.removeFirstOccurrence(letter);
            deliver(letter);
        }
    }

    /** True when no letter is on its way. */
    boolean quiet() {
        return letters.isEmpty();
    }

    private void deliver(Map.Entry<Long, OrderMessage> next) {
        var letter = next.getValue();
        var to = letter instanceof OrderMessage.Raise raise
                ? Order.unraised(raise.to(), raise.method(), 1)
                : orders.get(letter.to());
        if (to != null) {
            var decision = new MessageHandler(methodOf(to), to, setting()).hear(next.getKey(), letter);
            if (decision instanceof Decision.Moved moved) {
                add(moved);
            } else {
                var from = order(next.getKey());
                add(new MessageHandler(methodOf(from), from, setting()).neverRaised(letter.to()));
            }
        }
    }
}
