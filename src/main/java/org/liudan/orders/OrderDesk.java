package org.liudan.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Actor;
import org.liudan.engine.Alarms;
import org.liudan.engine.Attempt;
import org.liudan.engine.Change;
import org.liudan.engine.Deciding;
import org.liudan.engine.Decision;
import org.liudan.engine.Hearing;
import org.liudan.engine.Letter;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.engine.Reversioning;
import org.liudan.engine.Setting;
import org.liudan.people.Directories;
import org.liudan.people.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * The one door through which orders are raised and acted on, whoever asks: a page, a program, a clock, an import. Reads
 * the order, decides, writes in one statement; whoever loses a race reads and decides again.
 */
public class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
    private static final int TRIES = 50;

    private final OrderStore store;
    private final OrderIds ids;
    private final VisibleOrders visible;
    private final Post.Office post;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Calendars calendars;
    private final Seals seals;
    private final Clock clock;

    OrderDesk(
            OrderStore store,
            OrderIds ids,
            VisibleOrders visible,
            Post.Office post,
            Rulebook rulebook,
            Directories directories,
            Calendars calendars,
            Seals seals,
            Clock clock) {
        this.store = store;
        this.ids = ids;
        this.visible = visible;
        this.post = post;
        this.rulebook = rulebook;
        this.directories = directories;
        this.calendars = calendars;
        this.seals = seals;
        this.clock = clock;
    }

    /** The same desk, living by another clock: for the demonstration, which tells of the months before today. */
    public OrderDesk at(Clock other) {
        return new OrderDesk(store, ids, visible, post, rulebook, directories, calendars, seals, other);
    }

    /** An id for an order about to be raised, so that its files can be stored first. */
    public long nextId() {
        return ids.next();
    }

    /**
     * Raises an order under the version of the method in force.
     *
     * @param id from {@link #nextId}
     * @param request names this request, so that a retry is answered and not done twice
     */
    public Outcome raise(String method, long id, Attempt attempt, String request) {
        int district = directories.district();
        var inForce = rulebook.current(district, method);
        var unraised = Stored.unraised(Order.unraised(id, method, inForce.version()));
        var outcome = attempt(inForce, unraised, attempt, request)
                .orElseThrow(() -> new IllegalStateException("Order " + id + " was raised twice"));
        return outcome instanceof Outcome.Refused ? replayed(district, request).orElse(outcome) : outcome;
    }

    /** What could be raised before is so, even if it would be refused today. */
    private Optional<Outcome> replayed(int district, String request) {
        return store.requested(district, request).map(stored -> new Outcome.Done(stored.order(), true));
    }

    /**
     * Takes an action on an order.
     *
     * @param request names this request, so that a retry is answered and not done twice
     * @throws UnknownOrder if there is no such order
     */
    public Outcome perform(long id, Attempt attempt, String request) {
        int district = directories.district();
        return remembered(district, id, attempt, request).orElseGet(() -> perform(district, id, attempt, request));
    }

    /**
     * As {@link #perform}, but only on the order as it was seen.
     *
     * @param tag names the state in which it was seen, see {@link VisibleOrders.Seen}
     * @return empty when the order has moved on since; then nothing is done
     */
    public Optional<Outcome> performOn(long id, String tag, Attempt attempt, String request) {
        var stored = store.read(directories.district(), id, request).orElseThrow(() -> new UnknownOrder(id));
        if (stored.requested()) {
            return Optional.of(new Outcome.Done(stored.order(), true));
        }
        return stored.tag().equals(tag)
                ? attempt(methodOf(stored.order()), stored, attempt, request)
                : Optional.empty();
    }

    /**
     * Most orders have not moved since this process saw them last: the action is decided on what is remembered and
     * written if that still stands. Whatever else comes of it is decided again on what the database holds.
     */
    private Optional<Outcome> remembered(int district, long id, Attempt attempt, String request) {
        return store.remembered(district, id)
                .flatMap(stored -> attempt(methodOf(stored.order()), stored, attempt, request))
                .filter(Outcome.Done.class::isInstance);
    }

    private Outcome perform(int district, long id, Attempt attempt, String request) {
        for (int tries = 0; tries < TRIES; tries++) {
            var stored = store.read(district, id, request).orElseThrow(() -> new UnknownOrder(id));
            if (stored.requested()) {
                return new Outcome.Done(stored.order(), true);
            }
            var outcome = attempt(methodOf(stored.order()), stored, attempt, request);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw lostRaces(id);
    }

    /** Does what the clocks of an order ask for by now. Answers false if nothing was left to do. */
    public boolean ring(long id) {
        var rang = byItself(id, (order, setting) -> Alarms.due(methodOf(order), order, setting));
        if (rang) {
            post().deliver(directories.district(), id);
        }
        return rang;
    }

    /** Works out the deadlines of an order anew after the calendar has changed. Answers false if they stand. */
    public boolean redate(long id) {
        return byItself(id, (order, setting) -> Alarms.redated(methodOf(order), order, setting));
    }

    /**
     * Moves an open order over to the version of its method that is in force.
     *
     * @param request names this request, so that a retry is answered and not done twice
     * @throws UnknownOrder if there is no such order
     */
    public Outcome reversion(long id, Actor by, String request) {
        int district = directories.district();
        for (int tries = 0; tries < TRIES; tries++) {
            var stored = store.read(district, id, request).orElseThrow(() -> new UnknownOrder(id));
            if (stored.requested()) {
                return new Outcome.Done(stored.order(), true);
            }
            var order = stored.order();
            var decision = new Reversioning(
                            methodOf(order), rulebook.current(district, order.method()), order, setting(order))
                    .decide(by);
            if (decision instanceof Decision.Refused refused) {
                return new Outcome.Refused(refused.reasons());
            }
            var moved = (Decision.Moved) decision;
            if (store.write(directories.current(), stored, moved.order(), moved.events(), request)) {
                return new Outcome.Done(moved.order(), false);
            }
        }
        throw lostRaces(id);
    }

    /** An order as it stands. */
    public Optional<Order> find(long id) {
        return store.read(directories.district(), id, null).map(Stored::order);
    }

    /** The version of the method that an order is handled by. */
    public Method methodOf(Order order) {
        return rulebook.version(directories.district(), order.method(), order.version());
    }

    /** Delivers every letter between orders that lies about. Answers how many orders had sent one. */
    public int deliver() {
        return post().deliverAll(directories.district());
    }

    /** The world as it is now for an order: its time never runs backwards. */
    public Setting setting(Order order) {
        return setting(order, new Actor.Machine());
    }

    private Setting setting(Order order, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Setting(
                later(now, order.changedAt()),
                calendars.current(),
                directories.current(),
                seals::seal,
                new OtherOrders(ids, visible, by));
    }

    private Post post() {
        return post.at(clock, this::hear);
    }

    /** Does what a letter from another order asks for. */
    private void hear(int district, long from, Letter letter) {
        if (letter instanceof Letter.Raise raise) {
            var method = rulebook.current(district, raise.method());
            var unraised = Order.unraised(raise.to(), method.id(), method.version());
            var decision = new Hearing(method, unraised, setting(unraised)).hear(from, letter);
            if (decision instanceof Decision.Moved moved) {
                store.write(directories.current(), Stored.unraised(unraised), moved.order(), moved.events(), null);
            } else {
                LOG.warn("Order {}: {} could not be opened: {}", from, raise.method(), decision);
                byItself(
                        from, (order, setting) -> new Hearing(methodOf(order), order, setting).neverRaised(raise.to()));
            }
        } else if (store.read(district, letter.to(), null).isPresent()) {
            byItself(letter.to(), (order, setting) ->
                    (Decision.Moved) new Hearing(methodOf(order), order, setting).hear(from, letter));
        }
    }

    private interface ByItself {
        Decision.Moved decide(Order order, Setting setting);
    }

    private boolean byItself(long id, ByItself what) {
        for (int tries = 0; tries < TRIES; tries++) {
            var stored = store.read(directories.district(), id, null).orElseThrow(() -> new UnknownOrder(id));
            var moved = what.decide(stored.order(), setting(stored.order()));
            if (moved.events().isEmpty()) {
                return false;
            }
            if (store.write(directories.current(), stored, moved.order(), moved.events(), null)) {
                return true;
            }
        }
        throw lostRaces(id);
    }

    /** Empty when somebody else moved the order first. */
    private Optional<Outcome> attempt(Method method, Stored stored, Attempt attempt, @Nullable String request) {
        var decision = new Deciding(method, stored.order(), setting(stored.order(), attempt.by())).decide(attempt);
        if (decision instanceof Decision.Refused refused) {
            return Optional.of(new Outcome.Refused(refused.reasons()));
        }
        var moved = (Decision.Moved) decision;
        try {
            if (!store.write(directories.current(), stored, moved.order(), moved.events(), request)) {
                return Optional.empty();
            }
        } catch (DuplicateKeyException taken) {
            return Optional.of(alreadyDone(stored.order(), attempt, request, taken));
        }
        if (sent(moved)) {
            post().deliver(directories.district(), moved.order().id());
        }
        return Optional.of(new Outcome.Done(moved.order(), false));
    }

    /** The same request came twice at the same moment, or a request's name was used for another order. */
    private Outcome alreadyDone(Order order, Attempt attempt, @Nullable String request, DuplicateKeyException taken) {
        var done = request == null ? Optional.<Stored>empty() : store.requested(directories.district(), request);
        return done.map(stored -> order.events() == 0 || stored.order().id() == order.id()
                        ? new Outcome.Done(stored.order(), true)
                        : (Outcome) new Outcome.Refused(java.util.List.of(Reason.of("reason.request-used"))))
                .orElseThrow(() -> new IllegalStateException(
                        "Order " + order.id() + ": " + attempt.action() + " met a duplicate key", taken));
    }

    private static IllegalStateException lostRaces(long id) {
        return new IllegalStateException("Order " + id + ": lost " + TRIES + " races in a row");
    }

    private static boolean sent(Decision.Moved moved) {
        return moved.events().stream()
                .flatMap(event -> event.changes().stream())
                .anyMatch(Change.Sent.class::isInstance);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
