package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Parent;

/** The invariants of the orders of a network. They hold for any methods and any actions. */
record OrderInvariants(OrderNetwork network) {

    /** The state of an order is the fold of its events. */
    void checkHistory(Order order) {
        var events = network.eventsOf(order.id());
        assertThat(Order.fold(order.id(), order.method(), order.version(), events))
                .as("the fold of the events")
                .isEqualTo(order);
        assertThat(order.events()).isEqualTo(events.size());
        assertThat(events).extracting(Event::at).isSorted();
    }

    /** The invariants of one order, at any time. */
    void checkOrder(Order order) {
        assertThat(order.alarmAt().filter(at -> at.isBefore(network.now)))
                .as("an alarm that was not processed at %s", order.step())
                .isEmpty();
        if (order.open()) {
            assertThat(order.holder()).as("the holder at %s", order.step()).isPresent();
            assertThat(order.running()).as("the clocks at %s", order.step()).anyMatch(run -> !run.paused());
        } else {
            assertThat(order.holder()).isEmpty();
            assertThat(order.running()).as("clocks at %s", order.step()).isEmpty();
        }
        assertThat(order.units())
                .as("the units that ever were a party")
                .containsExactlyInAnyOrderElementsOf(network.eventsOf(order.id()).stream()
                        .flatMap(event -> event.changes().stream())
                        .filter(Change.Joined.class::isInstance)
                        .map(change -> ((Change.Joined) change).unit())
                        .filter(unit -> !unit.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** An accepted action was allowed: checks its step, guards, roles and separation of duties independently. */
    void checkAllowed(Order before, Action action, Actor actor, Event event) {
        var method = network.methodOf(before);
        var facts = new Facts(method, before, Optional.of(action), event.answers(), network.context());
        assertThat(action.when())
                .as(action.id())
                .allMatch(condition -> condition.that().holds(facts));
        assertThat(action.start() ? before.events() == 0 : action.at().contains(before.step()))
                .as("%s at %s", action.id(), before.step())
                .isTrue();
        assertThat(roles(method, before, action, event).test(actor))
                .as("%s by %s", action.id(), actor)
                .isTrue();
        if (actor instanceof Actor.Officer officer && before.events() > 0) {
            assertThat(network.eventsOf(before.id()).stream().limit(before.events()))
                    .as("separation of duties for %s", action.id())
                    .noneMatch(earlier -> earlier.by() instanceof Actor.Officer other
                            && (action.separationOfDuties().otherThan().contains(earlier.action())
                                            && other.person().equals(officer.person())
                                    || action.separationOfDuties()
                                                    .otherUnitThan()
                                                    .contains(earlier.action())
                                            && other.unit().equals(officer.unit())));
        }
    }

    private Predicate<Actor> roles(Method method, Order before, Action action, Event event) {
        var filled = new TreeMap<String, Object>();
        if (action.start()) {
            event.changes().stream()
                    .filter(Change.Filled.class::isInstance)
                    .forEach(change -> filled.putAll(((Change.Filled) change).fields()));
        }
        var parties = new PartyResolver(method, before, filled, network.organisation);
        return actor -> action.by().stream().anyMatch(role -> {
            if (!(actor instanceof Actor.Officer officer)) {
                return role instanceof Role.Resident == actor instanceof Actor.Resident
                        && role instanceof Role.Machine == actor instanceof Actor.Machine;
            }
            var seat = role instanceof Role.PostOf post ? parties.seat(post) : before.holder();
            return !(role instanceof Role.Resident || role instanceof Role.Machine)
                    && seat.equals(Optional.of(officer.seat()));
        });
    }

    /** The links of all orders agree, once every message is delivered. */
    void checkLinks() {
        assertThat(network.hasNoMessages()).isTrue();
        network.orders.values().forEach(order -> {
            order.kin().children().forEach(child -> checkChild(order, child));
            order.kin()
                    .parent()
                    .ifPresent(parent -> assertThat(
                                    network.order(parent.id()).kin().child(order.id()))
                            .as("the parent knows %s", order.id())
                            .isPresent());
            order.kin().joined().forEach(id -> {
                assertThat(network.order(id).kin().aside())
                        .as("%s joined to %s", id, order.id())
                        .isPresent();
                assertThat(network.order(id).kin().main()).contains(order.id());
            });
            order.kin().aside().ifPresent(aside -> {
                long main = order.kin().main().orElseThrow();
                assertThat(network.order(main).kin().joined())
                        .as("%s merged into %s", order.id(), main)
                        .contains(order.id());
            });
        });
    }

    private void checkChild(Order parent, Child child) {
        var order = network.orders.get(child.id());
        if (order == null) {
            assertThat(child.closed()).as("what was never raised").contains("refused");
            return;
        }
        assertThat(child.closed()).as("how child %s ended", child.id()).isEqualTo(order.closed());
        assertThat(order.kin().parent()).contains(new Parent(parent.id(), child.as()));
        // a changed calendar may remove a breach that was already reported to the parent
        assertThat(child.late() || !order.late())
                .as("lateness of child %s", child.id())
                .isTrue();
    }

    /** Undoing a merge, at once or later, restores everything except the history. Returns whether it could be undone. */
    boolean checkMergeCanBeUndone(Order before, Order merged, Action merging, Random random) {
        var method = network.methodOf(before);
        var usual = network.context();
        var later = network.now.plus(random.nextBoolean() ? Duration.ZERO : Duration.ofHours(random.nextInt(900)));
        var context = new DecisionContext(later, usual.calendar(), usual.organisation(), usual.seal(), usual.orders());
        boolean undone = false;
        for (var undoing : method.actions().values()) {
            if (!undoing.at().contains(merged.step())
                    || undoing.to().stream().noneMatch(to -> to.then().equals(Action.BACK))) {
                continue;
            }
            var answers = new TreeMap<String, Object>();
            undoing.form().keySet().forEach(field -> answers.put(field, "理由"));
            for (var actor : RandomWalk.allowedActors(method, merged, undoing, Map.of(), network.organisation)) {
                var attempt = new Attempt(undoing.id(), actor, answers);
                if (new Decider(method, merged, context).decide(attempt) instanceof Decision.Moved back) {
                    // the children that the step waits for may have ended by then, which adds another event
                    var restored = merged.after(back.events().get(0));
                    assertThat(state(restored, merging)).isEqualTo(state(before, merging));
                    undone = true;
                }
            }
        }
        return undone;
    }

    /** The state of an order without its history, its former main order and the answers of the merging action. */
    private static List<Object> state(Order order, Action merging) {
        var fields = new TreeMap<>(order.fields());
        fields.keySet().removeAll(merging.form().keySet());
        return List.of(
                order.step(),
                order.ring(),
                order.holder(),
                order.closed(),
                fields,
                order.parties(),
                order.marks(),
                order.rings(),
                order.clocks(),
                order.took(),
                order.kin().parent(),
                order.kin().children(),
                order.kin().joined(),
                order.kin().aside());
    }
}
