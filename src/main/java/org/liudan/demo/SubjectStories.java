package org.liudan.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.demo.SubjectPlan.PlannedAction;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;

/** Fills the registers: subjects are entered over half a year and visited; some visits are forgotten and overdue. */
record SubjectStories(OrderDesk desk, DemoAccounts accounts, WorkingCalendar calendar, Places places, Instant now) {

    private static final int SUBJECTS = 24;
    /** Every third subject is in the community of the demonstration accounts. */
    private static final int FIRST_COMMUNITY_EVERY = 3;

    private static final Duration PERIOD = Duration.ofDays(170);

    /** Returns one task for each subject and register. Each task returns the refusal if there was one; there should be none. */
    List<Callable<Optional<String>>> all() {
        return IntStream.range(0, SUBJECTS)
                .boxed()
                .flatMap(number -> plans(number)
                        .<Callable<Optional<String>>>map(plan -> () -> new SubjectStory(plan, number).run()))
                .toList();
    }

    private Stream<SubjectPlan> plans(int number) {
        var community =
                number % FIRST_COMMUNITY_EVERY == 0 ? places.first() : places.community(number, new Random(number));
        var today = calendar.dayOf(now);
        return Stream.of(
                        new PersonSubject(number, community, places, today),
                        new PlaceSubject(number, community, places, today))
                .flatMap(DemoSubject::plans);
    }

    /** One subject on one register. */
    private final class SubjectStory {

        private final SubjectPlan plan;
        private final int number;
        private final StoryClock clock;
        private final OrderDesk deskAtTime;
        private final Random random;
        private final long id;

        SubjectStory(SubjectPlan plan, int number) {
            this.plan = plan;
            this.number = number;
            this.clock = new StoryClock(now);
            this.deskAtTime = desk.at(clock);
            this.random = new Random(31L * plan.register().hashCode() + number);
            this.id = desk.nextId();
        }

        Optional<String> run() {
            var at = now.minus(PERIOD).plus(Duration.ofHours(41L * number));
            clock.set(at);
            var refusal = refusal(deskAtTime.raise(plan.register(), id, attempt(plan.start()), "demo-" + id));
            for (var followUp : plan.followUps()) {
                at = at.plus(Duration.ofDays(2));
                refusal = refusal.isPresent() ? refusal : perform(followUp, at);
            }
            while (refusal.isEmpty()
                    && at.plus(Duration.ofDays(plan.visitInterval())).isBefore(now)) {
                at = at.plus(Duration.ofDays(plan.visitInterval()));
                // one visit in six is forgotten
                refusal = random.nextInt(6) == 0 ? Optional.empty() : perform(plan.visit(), at);
            }
            ringUntil(now);
            deskAtTime.find(id).stream()
                    .flatMap(subject -> subject.kin().children().stream())
                    .forEach(opened -> ringUntil(opened.id(), now));
            return refusal;
        }

        private Optional<String> perform(PlannedAction action, Instant at) {
            ringUntil(at);
            clock.set(at);
            return refusal(deskAtTime.perform(id, attempt(action), "demo-" + id + "-" + at));
        }

        private void ringUntil(Instant until) {
            ringUntil(id, until);
        }

        private void ringUntil(long order, Instant until) {
            var alarm = alarm(order, until);
            while (alarm.isPresent()) {
                clock.set(alarm.get());
                alarm = deskAtTime.ring(order) ? alarm(order, until) : Optional.empty();
            }
        }

        private Optional<Instant> alarm(long order, Instant until) {
            return deskAtTime.find(order).flatMap(Order::alarmAt).filter(at -> !at.isAfter(until));
        }

        private Attempt attempt(PlannedAction action) {
            return new Attempt(
                    action.action(),
                    accounts.officer(action.seat()),
                    new HashMap<>(action.answers().apply(calendar.dayOf(clock.instant()))));
        }

        private Optional<String> refusal(Outcome outcome) {
            return outcome instanceof Outcome.Refused refused
                    ? Optional.of(plan.register() + " " + number + ": " + refused.reasons())
                    : Optional.empty();
        }
    }
}
