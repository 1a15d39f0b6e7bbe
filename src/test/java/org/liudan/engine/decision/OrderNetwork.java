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

/** Many orders of several methods in memory, with messages between them. Times are local times of Shanghai. */
final class OrderNetwork implements OrderLookup {

    final Map<String, Method> methods = new TreeMap<>();
    final Map<Long, Order> orders = new TreeMap<>();
    final Map<Long, List<Event>> events = new TreeMap<>();
    WorkingCalendar calendar = Holidays.published();
    OrganisationLookup organisation = Village.usual();
    Instant now = Instant.EPOCH;
    private final ArrayDeque<Map.Entry<Long, OrderMessage>> messages = new ArrayDeque<>();
    private long nextId = 1;

    OrderNetwork(Method... versions) {
        for (var method : versions) {
            methods.put(method.id(), method.as(1));
        }
    }

    @Override
    public long nextId() {
        return nextId++;
    }

    /** The number of an order is its id here. */
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

    OrderNetwork at(String time) {
        now = SettableClock.at(time);
        return this;
    }

    DecisionContext context() {
        return new DecisionContext(now, calendar, organisation, UnaryOperator.identity(), this);
    }

    Method methodOf(Order order) {
        return Objects.requireNonNull(methods.get(order.method()));
    }

    /** Raises an order, which must be accepted. Returns its id. */
    long raise(String method, Actor who, String action, Object... answers) {
        long id = nextId();
        var decision = attempt(Order.unraised(id, method, 1), who, action, answers);
        requireMoved(decision, action);
        return id;
    }

    /** Takes an action, which must be accepted, and delivers all messages that follow. */
    Order take(long id, Actor who, String action, Object... answers) {
        requireMoved(attempt(order(id), who, action, answers), action);
        return order(id);
    }

    Decision attempt(Order order, Actor who, String action, Object... answers) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i].toString(), answers[i + 1]);
        }
        return new Decider(methodOf(order), order, context()).decide(new Attempt(action, who, Map.copyOf(values)));
    }

    Order order(long id) {
        return Objects.requireNonNull(orders.get(id));
    }

    Child child(long parent, int number) {
        return order(parent).kin().children().get(number);
    }

    /** Processes the clocks of all orders that are due now. */
    OrderNetwork processDueClocks() {
        for (var id : List.copyOf(orders.keySet())) {
            if (order(id).alarmAt().filter(at -> !at.isAfter(now)).isPresent()) {
                add(Alarms.due(methodOf(order(id)), order(id), context()));
                deliver();
            }
        }
        return this;
    }

    List<String> actionsOf(long id) {
        return eventsOf(id).stream().map(Event::action).toList();
    }

    List<Event> eventsOf(long id) {
        return Objects.requireNonNull(events.get(id));
    }

    void requireMoved(Decision decision, String action) {
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
                .forEach(change -> messages.add(Map.entry(id, ((Change.Sent) change).letter())));
    }

    void deliver() {
        while (!messages.isEmpty()) {
            deliver(messages.remove());
        }
    }

    /** Delivers one message of a random sender. Messages of the same sender stay in their order. */
    void deliverAny(Random random) {
        if (!messages.isEmpty()) {
            var senders = messages.stream().map(Map.Entry::getKey).distinct().toList();
            var sender = senders.get(random.nextInt(senders.size()));
            var message = messages.stream()
                    .filter(entry -> entry.getKey().equals(sender))
                    .findFirst()
                    .orElseThrow();
            messages.removeFirstOccurrence(message);
            deliver(message);
        }
    }

    /** True if there are no undelivered messages. */
    boolean hasNoMessages() {
        return messages.isEmpty();
    }

    private void deliver(Map.Entry<Long, OrderMessage> entry) {
        var message = entry.getValue();
        var receiver = message instanceof OrderMessage.Raise raise
                ? Order.unraised(raise.to(), raise.method(), 1)
                : orders.get(message.to());
        if (receiver != null) {
            var decision = new MessageHandler(methodOf(receiver), receiver, context()).hear(entry.getKey(), message);
            if (decision instanceof Decision.Moved moved) {
                add(moved);
            } else {
                var sender = order(entry.getKey());
                add(new MessageHandler(methodOf(sender), sender, context()).neverRaised(message.to()));
            }
        }
    }
}
