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
import org.liudan.demo.Keeping.Deed;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;

/** Fills the registers: subjects entered over half a year, visited on rounds, some of them forgotten and overdue. */
record Rounds(OrderDesk desk, Cast cast, WorkingCalendar calendar, Places places, Instant now) {

    private static final int SUBJECTS = 24;
    private static final int OF_THE_FIRST = 3;
    private static final Duration LONGEST_AGO = Duration.ofDays(170);

    /** One for each subject; each answers what was refused, which nothing should be. */
    List<Callable<Optional<String>>> all() {
        return IntStream.range(0, SUBJECTS)
                .boxed()
                .flatMap(number -> keepings(number)
                        .<Callable<Optional<String>>>map(keeping -> () -> new Round(keeping, number).walk()))
                .toList();
    }

    private Stream<Keeping> keepings(int number) {
        var community = number % OF_THE_FIRST == 0 ? places.first() : places.community(number, new Random(number));
        var today = calendar.dayOf(now);
        return Stream.of(
                        new SomebodyKept(number, community, places, today),
                        new SomethingKept(number, community, places, today))
                .flatMap(DemoSubject::onEachRegister);
    }

    /** One subject on one register. */
    private final class Round {

        private final Keeping keeping;
        private final int number;
        private final StoryClock clock;
        private final OrderDesk then;
        private final Random lots;
        private final long id;

        Round(Keeping keeping, int number) {
            this.keeping = keeping;
            this.number = number;
            this.clock = new StoryClock(now);
            this.then = desk.at(clock);
            this.lots = new Random(31L * keeping.register().hashCode() + number);
            this.id = desk.nextId();
        }

        Optional<String> walk() {
            var at = now.minus(LONGEST_AGO).plus(Duration.ofHours(41L * number));
            clock.set(at);
            var refused = refused(then.raise(keeping.register(), id, attempt(keeping.start()), "demo-" + id));
            for (var deed : keeping.then()) {
                at = at.plus(Duration.ofDays(2));
                refused = refused.isPresent() ? refused : done(deed, at);
            }
            while (refused.isEmpty() && at.plus(Duration.ofDays(keeping.days())).isBefore(now)) {
                at = at.plus(Duration.ofDays(keeping.days()));
                // one in six is forgotten
                refused = lots.nextInt(6) == 0 ? Optional.empty() : done(keeping.visit(), at);
            }
            ringUntil(now);
            then.find(id).stream()
                    .flatMap(subject -> subject.kin().children().stream())
                    .forEach(opened -> ringUntil(opened.id(), now));
            return refused;
        }

        private Optional<String> done(Deed deed, Instant at) {
            ringUntil(at);
            clock.set(at);
            return refused(then.perform(id, attempt(deed), "demo-" + id + "-" + at));
        }

        private void ringUntil(Instant until) {
            ringUntil(id, until);
        }

        private void ringUntil(long which, Instant until) {
            var alarm = alarm(which, until);
            while (alarm.isPresent()) {
                clock.set(alarm.get());
                alarm = then.ring(which) ? alarm(which, until) : Optional.empty();
            }
        }

        private Optional<Instant> alarm(long which, Instant until) {
            return then.find(which).flatMap(Order::alarmAt).filter(at -> !at.isAfter(until));
        }

        private Attempt attempt(Deed deed) {
            return new Attempt(
                    deed.action(),
                    cast.in(deed.by()),
                    new HashMap<>(deed.answers().apply(calendar.dayOf(clock.instant()))));
        }

        private Optional<String> refused(Outcome outcome) {
            return outcome instanceof Outcome.Refused refused
                    ? Optional.of(keeping.register() + " " + number + ": " + refused.reasons())
                    : Optional.empty();
        }
    }
}
