package org.liudan.engine.decision;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.SettableClock;

/** People who do anything they like to the orders of a society, one step at a time; after each the truths must hold. */
final class Walk {

    private static final List<String> TEXTS = List.of("", "  ", "文字", "urgent", "99", "-1", "2026-13-40", "不\0好");
    private static final int OPEN_ORDERS = 6;

    final Society society;
    /** How often each action was taken, as {@code method.action}. */
    final Map<String, Integer> taken = new TreeMap<>();

    int undone;
    private final Random random;
    private final EngineTown town;
    private final Truths truths;
    private final Map<Long, Integer> seen = new HashMap<>();

    Walk(Random random, Method... methods) {
        this.random = random;
        society = new Society(methods);
        town = EngineTown.of(methods);
        society.offices = town;
        society.now = SettableClock.at("2026-01-05T08:00").plus(Duration.ofMinutes(random.nextInt(300_000)));
        truths = new Truths(society);
    }

    void steps(int count) {
        for (int step = 0; step < count; step++) {
            step();
        }
        while (!society.quiet()) {
            society.deliver();
            rings();
        }
        holdsTrue();
        society.orders.values().forEach(truths::ofHistory);
    }

    private void step() {
        society.now = society.now.plus(later());
        if (random.nextInt(60) == 0) {
            society.calendar = anyCalendar();
            List.copyOf(society.orders.values())
                    .forEach(order -> society.add(Alarms.redated(society.methodOf(order), order, society.setting())));
        }
        rings();
        attempts();
        rings();
        for (int letters = random.nextInt(5); letters > 0; letters--) {
            society.deliverAny(random);
        }
        if (random.nextInt(6) == 0) {
            society.deliver();
        }
        rings();
        holdsTrue();
    }

    private void rings() {
        for (var order : List.copyOf(society.orders.values())) {
            if (order.alarmAt().filter(at -> !at.isAfter(society.now)).isPresent()) {
                society.add(Alarms.due(society.methodOf(order), order, society.setting()));
            }
        }
    }

    private void attempts() {
        var before = anyOrder();
        var method = society.methodOf(before);
        var actions = List.copyOf(method.actions().values());
        var here = actions.stream()
                .filter(action ->
                        action.start() ? before.events() == 0 : action.at().contains(before.step()))
                .filter(action -> action.main() || random.nextInt(3) > 0)
                .toList();
        var wild = here.isEmpty() || random.nextInt(8) == 0;
        var action = GuessedAnswers.any(wild ? actions : here, random);
        var answers = answers(method, action);
        var able = List.copyOf(able(method, before, action, answers, town));
        var actor = wild || able.isEmpty() ? anybody() : GuessedAnswers.any(able, random);
        var decision = new Decider(method, before, society.setting()).decide(new Attempt(action.id(), actor, answers));
        if (decision instanceof Decision.Moved moved) {
            truths.allowed(before, action, actor, moved.events().get(0));
            taken.merge(method.id() + "." + action.id(), 1, Integer::sum);
            if (action.outgoing().merge().isPresent() && truths.undone(before, moved.order(), action, random)) {
                undone++;
            }
            society.add(moved);
        }
    }

    private Order anyOrder() {
        var open = society.orders.values().stream().filter(Order::open).toList();
        if (open.size() < OPEN_ORDERS || random.nextInt(30) == 0) {
            var method = GuessedAnswers.any(List.copyOf(society.methods.keySet()), random);
            return Order.unraised(society.nextId(), method, 1);
        }
        return GuessedAnswers.any(random.nextInt(8) == 0 ? List.copyOf(society.orders.values()) : open, random);
    }

    private Map<String, Object> answers(Method method, Action action) {
        var answers = new HashMap<String, Object>();
        action.form().forEach((id, need) -> {
            if (need.required() || random.nextBoolean()) {
                answers.put(
                        id,
                        random.nextInt(60) == 0
                                ? GuessedAnswers.any(TEXTS, random)
                                : GuessedAnswers.of(method.field(id), town, society, random));
            }
        });
        return answers;
    }

    /** Two people of every seat that may take the action, or the program, or the resident. */
    static Set<Actor> able(
            Method method, Order order, Action action, Map<String, Object> answers, OrganisationLookup offices) {
        var parties = new PartyResolver(method, order, action.start() ? answers : Map.of(), offices);
        var able = new LinkedHashSet<Actor>();
        action.by().forEach(role -> {
            if (role instanceof Role.Resident) {
                able.add(new Actor.Resident());
            } else if (role instanceof Role.Machine) {
                able.add(new Actor.Machine());
            } else {
                (role instanceof Role.PostOf post ? parties.seat(post) : order.holder())
                        .ifPresent(seat -> List.of("1", "2")
                                .forEach(person ->
                                        able.add(new Actor.Officer(seat.unit(), seat.post(), seat.unit() + person))));
            }
        });
        return able;
    }

    private Actor anybody() {
        var posts = List.of("clerk", "secretary", "dispatcher", "handler", "head", "leader", "inspector", "discipline");
        var units = new ArrayList<>(Village.UNITS);
        units.addAll(town.named().keySet());
        return switch (random.nextInt(6)) {
            case 0 -> new Actor.Resident();
            case 1 -> new Actor.Machine();
            default ->
                new Actor.Officer(GuessedAnswers.any(units, random), GuessedAnswers.any(posts, random), "anybody");
        };
    }

    private void holdsTrue() {
        for (var order : society.orders.values()) {
            if (!Integer.valueOf(order.events()).equals(seen.put(order.id(), order.events()))) {
                truths.ofOne(order);
                if (random.nextInt(5) == 0) {
                    truths.ofHistory(order);
                }
            }
        }
        if (society.quiet()) {
            truths.ofKin();
        }
    }

    private Duration later() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Duration.ZERO;
            case 2 -> Duration.ofMinutes(random.nextInt(300));
            case 3 -> Duration.ofHours(random.nextInt(30));
            default -> Duration.ofHours(random.nextInt(120) / 2);
        };
    }

    private WorkingCalendar anyCalendar() {
        var days = new TreeMap<LocalDate, HolidayArrangement>();
        Holidays.arrangements().forEach(one -> days.put(one.date(), one));
        for (int i = 0; i < 20; i++) {
            var day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(700));
            days.put(day, new HolidayArrangement(day, "调整", random.nextBoolean()));
        }
        return new WorkingCalendar(BusinessHours.USUAL, days.values());
    }
}
