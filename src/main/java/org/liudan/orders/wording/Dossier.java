package org.liudan.orders.wording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.EventLog;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;

/**
 * An order with all that is known of it, as its pages tell it: one for those who work on it, one for the resident, who
 * reads of units and of promises made to them but not of posts and of the offices' own clocks.
 */
public record Dossier(
        PageContext context,
        Order order,
        Method method,
        List<Event> events,
        List<EventLog.Imported> imported,
        EventNarrator narrator) {

    public String number() {
        return OrderNumber.of(order, context.calendar()).text();
    }

    /** The address of its page. */
    public String address() {
        return OrderNumber.of(order, context.calendar()).address(method);
    }

    public String status() {
        return context.w(method.step(order.step()).name());
    }

    /** The unit that holds it; empty when it is closed. */
    public String unit() {
        return order.holder().map(seat -> context.unit(seat.unit())).orElse("");
    }

    /** The unit and post that hold it. */
    public String holder() {
        return order.holder()
                .map(seat -> context.unit(seat.unit()) + " " + context.post(seat.post()))
                .orElse("");
    }

    public Chain chain() {
        return Chain.of(method, order, events, context.now(), context.calendar(), late(order.running()));
    }

    /** The chain as the resident sees it: late only when a promise to them is. */
    public Chain openChain() {
        return Chain.of(method, order, events, context.now(), context.calendar(), late(promises()));
    }

    public List<ClockView> clocks() {
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
    public List<HistoryEntry> history() {
        return latestFirst(inOrder().stream());
    }

    /** Each event, for those who work on it. */
    public List<HistoryEntry> inOrder() {
        return method.register().isPresent()
                ? subjectHistory()
                : events.stream().map(narrator::forOfficers).toList();
    }

    /** Of a subject: what was changed by each event, before and after. */
    private List<HistoryEntry> subjectHistory() {
        var told = new ArrayList<HistoryEntry>();
        var before = Order.unraised(order.id(), order.method(), order.version());
        for (var event : events) {
            told.add(withSource(event.number(), narrator.forKeepers(event, before)));
            before = before.after(event);
        }
        return told;
    }

    /** What came from a file says first from which. */
    private HistoryEntry withSource(int event, HistoryEntry told) {
        var said = new ArrayList<HistoryEntry.HistoryDetail>();
        imported.stream()
                .filter(one -> one.event() == event)
                .map(one -> new HistoryEntry.HistoryDetail(
                        context.t("subject.from"), context.t("subject.imported", one.file(), String.valueOf(one.row()))))
                .forEach(said::add);
        said.addAll(told.said());
        return told.withDetails(said);
    }

    /** What happened, the latest first, as far as the resident may know. */
    public List<HistoryEntry> openTold() {
        return latestFirst(events.stream().flatMap(event -> narrator.forResident(event).stream()));
    }

    private List<ClockRun> promises() {
        return order.running().stream()
                .filter(run -> narrator.promises().contains(run.clock()))
                .toList();
    }

    private boolean late(List<ClockRun> runs) {
        Instant now = context.now();
        return runs.stream().anyMatch(run -> run.overdue(now));
    }

    private ClockView view(ClockRun run) {
        return ClockView.of(run, context.w(method.clock(run.clock()).name()), context);
    }

    private static List<HistoryEntry> latestFirst(Stream<HistoryEntry> told) {
        var latest = new ArrayList<>(told.toList());
        Collections.reverse(latest);
        return latest;
    }
}
