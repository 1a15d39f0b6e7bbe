package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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

/** What must always be true of the orders of a society, whatever its methods are and whatever anybody did. */
record Truths(Society society) {

    /** Of an order and its history: it is what its events have made it. */
    void ofHistory(Order order) {
        var events = society.eventsOf(order.id());
        assertThat(Order.fold(order.id(), order.method(), order.version(), events))
                .as("the fold of the events")
                .isEqualTo(order);
        assertThat(order.events()).isEqualTo(events.size());
        assertThat(events).extracting(Event::at).isSorted();
    }

    /** Of an order by itself, at any time. */
    void ofOne(Order order) {
        assertThat(order.alarmAt().filter(at -> at.isBefore(society.now)))
                .as("an alarm that nobody heard at %s", order.step())
                .isEmpty();
        if (order.open()) {
            assertThat(order.holder()).as("the holder at %s", order.step()).isPresent();
            assertThat(order.running()).as("the clocks at %s", order.step()).anyMatch(run -> !run.paused());
        } else {
            assertThat(order.holder()).isEmpty();
            assertThat(order.running()).as("clocks at %s", order.step()).isEmpty();
        }
        assertThat(order.units())
                .as("those that ever had a part")
                .containsExactlyInAnyOrderElementsOf(society.eventsOf(order.id()).stream()
                        .flatMap(event -> event.changes().stream())
                        .filter(Change.Joined.class::isInstance)
                        .map(change -> ((Change.Joined) change).unit())
                        .filter(unit -> !unit.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Of an action that was taken: its place, its guards, its role and its eyes, asked independently. */
    void allowed(Order before, Action action, Actor actor, Event event) {
        var method = society.methodOf(before);
        var facts = new Facts(method, before, Optional.of(action), event.answers(), society.setting());
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
            assertThat(society.eventsOf(before.id()).stream().limit(before.events()))
                    .as("other eyes for %s", action.id())
                    .noneMatch(earlier -> earlier.by() instanceof Actor.Officer other
                            && (action.eyes().otherThan().contains(earlier.action())
                                            && other.person().equals(officer.person())
                                    || action.eyes().otherUnitThan().contains(earlier.action())
                                            && other.unit().equals(officer.unit())));
        }
    }

    private java.util.function.Predicate<Actor> roles(Method method, Order before, Action action, Event event) {
        var filled = new TreeMap<String, Object>();
        if (action.start()) {
            event.changes().stream()
                    .filter(Change.Filled.class::isInstance)
                    .forEach(change -> filled.putAll(((Change.Filled) change).fields()));
        }
        var parties = new PartyResolver(method, before, filled, society.offices);
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

    /** Of orders that belong together, once every letter is delivered. */
    void ofKin() {
        assertThat(society.quiet()).isTrue();
        society.orders.values().forEach(order -> {
            order.kin().children().forEach(child -> ofChild(order, child));
            order.kin()
                    .parent()
                    .ifPresent(parent -> assertThat(
                                    society.order(parent.id()).kin().child(order.id()))
                            .as("the parent knows %s", order.id())
                            .isPresent());
            order.kin().joined().forEach(id -> {
                assertThat(society.order(id).kin().aside())
                        .as("%s joined to %s", id, order.id())
                        .isPresent();
                assertThat(society.order(id).kin().main()).contains(order.id());
            });
            order.kin().aside().ifPresent(aside -> {
                long main = order.kin().main().orElseThrow();
                assertThat(society.order(main).kin().joined())
                        .as("%s merged into %s", order.id(), main)
                        .contains(order.id());
            });
        });
    }

    private void ofChild(Order parent, Child child) {
        var order = society.orders.get(child.id());
        if (order == null) {
            assertThat(child.closed()).as("what was never raised").contains("refused");
            return;
        }
        assertThat(child.closed()).as("how child %s ended", child.id()).isEqualTo(order.closed());
        assertThat(order.kin().parent()).contains(new Parent(parent.id(), child.as()));
        // a changed calendar may undo what was late; the parent has heard of it all the same
        assertThat(child.late() || !order.late())
                .as("lateness of child %s", child.id())
                .isTrue();
    }

    /** That undoing a merge, at once or later, brings back everything but history. Answers whether it could be undone. */
    boolean undone(Order before, Order merged, Action merging, Random random) {
        var method = society.methodOf(before);
        var usual = society.setting();
        var later = society.now.plus(random.nextBoolean() ? Duration.ZERO : Duration.ofHours(random.nextInt(900)));
        var setting = new DecisionContext(later, usual.calendar(), usual.offices(), usual.seal(), usual.fellows());
        boolean any = false;
        for (var undoing : method.actions().values()) {
            if (!undoing.at().contains(merged.step())
                    || undoing.to().stream().noneMatch(to -> to.then().equals(Action.BACK))) {
                continue;
            }
            var words = new TreeMap<String, Object>();
            undoing.form().keySet().forEach(field -> words.put(field, "理由"));
            for (var actor : Walk.able(method, merged, undoing, Map.of(), society.offices)) {
                var attempt = new Attempt(undoing.id(), actor, words);
                if (new Decider(method, merged, setting).decide(attempt) instanceof Decision.Moved back) {
                    // what its step waited for may be there by then, which is an event of its own
                    var restored = merged.after(back.events().get(0));
                    assertThat(standing(restored, merging)).isEqualTo(standing(before, merging));
                    any = true;
                }
            }
        }
        return any;
    }

    /** Everything about an order but its history, what it was once merged into, and what the merging itself was told. */
    private static List<Object> standing(Order order, Action merging) {
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
