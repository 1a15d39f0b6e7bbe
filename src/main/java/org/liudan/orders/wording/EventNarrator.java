package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;

/**
 * Tells the events of an order in the reader's language.
 *
 * @param promises the clocks that the resident knows of
 */
public record EventNarrator(
        PageContext context, Method method, List<Attachments.Filed> attachments, Seals seals, Set<String> promises) {

    private static final List<FieldType> SHOWN_APART = List.of(
            FieldType.FILES,
            FieldType.SIGNATURE,
            FieldType.POINT,
            FieldType.PERSON,
            FieldType.PHONE,
            FieldType.ID_NUMBER);

    /** The order's own words stand at the top of its page and need no repeating where it was raised. */
    private static final List<String> SHOWN_ABOVE =
            List.of("title", "content", "region", "place", "category", "channel");

    public EventNarrator(PageContext screen, Method method, List<Attachments.Filed> files, Seals seals) {
        this(screen, method, files, seals, promises(method, method));
    }

    /**
     * The clocks that residents know of: those that the order's own version of the method promises, and those promised
     * since, for whoever waits under an earlier version reads the same board as everybody.
     */
    static Set<String> promises(Method own, Method inForce) {
        return Stream.of(own, inForce)
                .flatMap(method -> method.clocks().values().stream())
                .filter(ClockRule::open)
                .map(ClockRule::id)
                .collect(Collectors.toSet());
    }

    /** Everything, for those who work on the order. */
    public HistoryEntry forOfficers(Event event) {
        return entry(event, event.answers(), who(event), effects(event));
    }

    /** Everything, for those who keep a subject: of the fields only those that changed, before and after. */
    HistoryEntry forKeepers(Event event, Order before) {
        var told = forOfficers(event);
        var said = new ArrayList<HistoryEntry.HistoryDetail>();
        event.answers().forEach((id, answer) -> {
            var field = method.field(id);
            if (field.type().files()) {
                return;
            }
            var was = field.kept() ? value(field, before.fields().get(field.sets())) : "";
            var is = value(field, answer);
            if (was.isEmpty() && !is.isEmpty()) {
                said.add(new HistoryEntry.HistoryDetail(context.w(field.name()), is));
            } else if (!was.equals(is)) {
                said.add(new HistoryEntry.HistoryDetail(context.w(field.name()), context.t("moves.changed", was, is)));
            }
        });
        return told.withDetails(said);
    }

    /** What the resident may see of an event; empty if nothing. */
    public Optional<HistoryEntry> forResident(Event event) {
        var action = method.actions().get(event.action());
        if (action == null || !action.open()) {
            return Optional.empty();
        }
        var open = new java.util.TreeMap<>(event.answers());
        if (!action.start()) {
            open.keySet().removeIf(id -> !method.field(id).open());
        }
        var who = event.by() instanceof Actor.Officer officer
                ? context.unit(officer.unit())
                : event.by() instanceof Actor.Resident ? context.t("who.you") : "";
        return Optional.of(entry(event, open, who, publicEffects(event)));
    }

    private HistoryEntry entry(Event event, Map<String, Object> answers, String who, List<String> moves) {
        var action = method.actions().get(event.action());
        return new HistoryEntry(
                event.at(),
                action == null ? context.t("event." + event.action()) : context.w(action.name()),
                who,
                details(event, answers),
                attachments(answers),
                moves,
                event.by() instanceof Actor.Machine
                        ? event.action().equals(Alarms.BREACHED)
                                        || event.action().equals(Alarms.ESCALATED)
                                ? "alarm"
                                : "machine"
                        : "person");
    }

    private String who(Event event) {
        if (event.by() instanceof Actor.Officer officer) {
            return context.unit(officer.unit()) + " " + context.post(officer.post());
        }
        return event.by() instanceof Actor.Resident ? context.t("who.resident") : context.t("who.machine");
    }

    private List<HistoryEntry.HistoryDetail> details(Event event, Map<String, Object> answers) {
        var action = method.actions().get(event.action());
        if (action == null) {
            return List.of();
        }
        var said = new ArrayList<HistoryEntry.HistoryDetail>();
        action.form().keySet().stream()
                .filter(answers::containsKey)
                .map(method::field)
                .filter(field -> !SHOWN_APART.contains(field.type()))
                .filter(field -> !action.start() || !SHOWN_ABOVE.contains(field.id()))
                .forEach(field ->
                        said.add(new HistoryEntry.HistoryDetail(context.w(field.name()), value(field, answers.get(field.id())))));
        return said;
    }

    private List<Attachments.Filed> attachments(Map<String, Object> answers) {
        return answers.values().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .flatMap(id -> attachments.stream().filter(file -> file.id().equals(id)))
                .toList();
    }

    /** A value as people read it; personal data masked. */
    public String value(Field field, @Nullable Object value) {
        return new FieldValues(context, seals).of(field, value);
    }

    private List<String> effects(Event event) {
        var moves = new ArrayList<String>();
        for (var change : event.changes()) {
            if (change instanceof Change.Ticked ticked) {
                clockEffect(ticked).ifPresent(moves::add);
            } else if (change instanceof Change.Held held) {
                moves.add(context.t(
                        "moves.held",
                        context.unit(held.seat().unit()),
                        context.post(held.seat().post())));
            } else if (change instanceof Change.Opened opened) {
                moves.add(context.t("moves.opened", context.unit(opened.child().unit())));
            } else if (change instanceof Change.Told told && event.action().equals(Alarms.ESCALATED)) {
                moves.add(context.t(
                        "moves.told",
                        context.unit(told.seat().unit()),
                        context.post(told.seat().post())));
            }
        }
        return moves;
    }

    /** Which unit has it now, and what the resident was promised. */
    private List<String> publicEffects(Event event) {
        var moves = new ArrayList<String>();
        for (var change : event.changes()) {
            if (change instanceof Change.Ticked ticked
                    && promises.contains(ticked.clock().clock())) {
                clockEffect(ticked).ifPresent(moves::add);
            } else if (change instanceof Change.Held held) {
                moves.add(context.t("track.held-by", context.unit(held.seat().unit())));
            }
        }
        return moves;
    }

    private Optional<String> clockEffect(Change.Ticked ticked) {
        var run = ticked.clock();
        var name = method.clock(run.clock()).name();
        return switch (ticked.tick()) {
            case STARTED, LIMITED, EXTENDED, RESUMED, REDATED ->
                Optional.of(context.t(
                        "moves." + ticked.tick().name().toLowerCase(java.util.Locale.ROOT),
                        name,
                        context.moment(run.dueAt())));
            case PAUSED -> Optional.of(context.t("moves.paused", name));
            case WARNED, BREACHED, ESCALATED -> Optional.of(context.t("moves.clock", name, context.moment(run.dueAt())));
            case STOPPED, RESTORED -> Optional.empty();
        };
    }
}
