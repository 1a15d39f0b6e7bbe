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
 * An order with everything that its pages show: the page for those who work on it, and the page for the resident. The resident
 * sees units and the deadlines promised to residents, but no posts and no internal clocks.
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

    /** The chain as the resident sees it: late only if a deadline promised to residents has passed. */
    public Chain openChain() {
        return Chain.of(method, order, events, context.now(), context.calendar(), late(promises()));
    }

    public List<ClockView> clocks() {
        return order.running().stream().map(this::view).toList();
    }

    /** The next deadline that the resident was promised. */
    public Optional<ClockView> nextPromise() {
        return promises().stream()
                .filter(run -> !run.paused())
                .min(Comparator.comparing(ClockRun::dueAt))
                .map(this::view);
    }

    /** The events for those who work on it, the latest first. */
    public List<HistoryEntry> history() {
        return latestFirst(inOrder().stream());
    }

    /** The events for those who work on it, the oldest first. */
    public List<HistoryEntry> inOrder() {
        return method.register().isPresent()
                ? subjectHistory()
                : events.stream().map(narrator::forOfficers).toList();
    }

    /** The history of a subject: what each event changed, before and after. */
    private List<HistoryEntry> subjectHistory() {
        var history = new ArrayList<HistoryEntry>();
        var before = Order.unraised(order.id(), order.method(), order.version());
        for (var event : events) {
            history.add(withSource(event.number(), narrator.forKeepers(event, before)));
            before = before.after(event);
        }
        return history;
    }

    /** If the event was imported, adds the file as the first detail. */
    private HistoryEntry withSource(int event, HistoryEntry entry) {
        var details = new ArrayList<HistoryEntry.HistoryDetail>();
        imported.stream()
                .filter(source -> source.event() == event)
                .map(source -> new HistoryEntry.HistoryDetail(
                        context.t("subject.from"),
                        context.t("subject.imported", source.file(), String.valueOf(source.row()))))
                .forEach(details::add);
        details.addAll(entry.said());
        return entry.withDetails(details);
    }

    /** The events that the resident may see, the latest first. */
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

    private static List<HistoryEntry> latestFirst(Stream<HistoryEntry> oldestFirst) {
        var latest = new ArrayList<>(oldestFirst.toList());
        Collections.reverse(latest);
        return latest;
    }
}
