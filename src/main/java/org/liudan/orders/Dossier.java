package org.liudan.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Event;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.kit.Screen;

/**
 * An order with all that is known of it, as its pages tell it: one for those who work on it, one for the resident, who
 * reads of units and of promises made to them but not of posts and of the offices' own clocks.
 */
public record Dossier(
        Screen screen,
        Order order,
        Method method,
        List<Event> events,
        List<Events.Imported> imported,
        Telling telling) {

    public String number() {
        return OrderNumber.of(order, screen.calendar()).text();
    }

    /** The address of its page. */
    public String address() {
        return OrderNumber.of(order, screen.calendar()).address(method);
    }

    public String status() {
        return screen.w(method.step(order.step()).name());
    }

    /** The unit that holds it; empty when it is closed. */
    public String unit() {
        return order.holder().map(seat -> screen.unit(seat.unit())).orElse("");
    }

    /** The unit and post that hold it. */
    String holder() {
        return order.holder()
                .map(seat -> screen.unit(seat.unit()) + " " + screen.post(seat.post()))
                .orElse("");
    }

    Chain chain() {
        return Chain.of(method, order, events, screen.now(), screen.calendar(), late(order.running()));
    }

    /** The chain as the resident sees it: late only when a promise to them is. */
    public Chain openChain() {
        return Chain.of(method, order, events, screen.now(), screen.calendar(), late(promises()));
    }

    List<ClockView> clocks() {
        return order.running().stream().map(this::view).toList();
    }

    /** What the resident has been promised that comes next. */
    public Optional<ClockView> nextPromise() {
        return promises().stream()
                .filter(run -> !run.paused())
                .min(Comparator.comparing(ClockRun::dueAt))
                .map(this::view);
    }

    /** What happened, the latest first, for those who work on it. */
    List<Told> told() {
        return latestFirst(inOrder().stream());
    }

    /** Each event, for those who work on it. */
    public List<Told> inOrder() {
        return method.register().isPresent()
                ? changed()
                : events.stream().map(telling::forOfficers).toList();
    }

    /** Of a subject: what was changed by each event, before and after. */
    private List<Told> changed() {
        var told = new ArrayList<Told>();
        var before = Order.unraised(order.id(), order.method(), order.version());
        for (var event : events) {
            told.add(from(event.number(), telling.forKeepers(event, before)));
            before = before.after(event);
        }
        return told;
    }

    /** What came from a file says first from which. */
    private Told from(int event, Told told) {
        var said = new ArrayList<Told.Said>();
        imported.stream()
                .filter(one -> one.event() == event)
                .map(one -> new Told.Said(
                        screen.t("subject.from"), screen.t("subject.imported", one.file(), String.valueOf(one.row()))))
                .forEach(said::add);
        said.addAll(told.said());
        return told.saying(said);
    }

    /** What happened, the latest first, as far as the resident may know. */
    public List<Told> openTold() {
        return latestFirst(events.stream().flatMap(event -> telling.forResident(event).stream()));
    }

    private List<ClockRun> promises() {
        return order.running().stream()
                .filter(run -> telling.promises().contains(run.clock()))
                .toList();
    }

    private boolean late(List<ClockRun> runs) {
        Instant now = screen.now();
        return runs.stream().anyMatch(run -> run.overdue(now));
    }

    private ClockView view(ClockRun run) {
        return ClockView.of(run, screen.w(method.clock(run.clock()).name()), screen);
    }

    private static List<Told> latestFirst(Stream<Told> told) {
        var latest = new ArrayList<>(told.toList());
        Collections.reverse(latest);
        return latest;
    }
}
