package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.wording.HistoryEntry.HistoryDetail;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;

/**
 * Describes the events of an order in the reader's language.
 *
 * @param promises the clocks that residents see
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

    /** The order's own text is at the top of its page, so the entry of the first event doesn't repeat it. */
    private static final List<String> SHOWN_ABOVE =
            List.of("title", "content", "region", "place", "category", "channel");

    public EventNarrator(PageContext context, Method method, List<Attachments.Filed> attachments, Seals seals) {
        this(context, method, attachments, seals, promises(method, method));
    }

    /**
     * The clocks that residents see: those that the order's own version of the method promises, and those of the version
     * in force, because a resident with an older order reads the same public board as everybody.
     */
    static Set<String> promises(Method own, Method inForce) {
        return Stream.of(own, inForce)
                .flatMap(method -> method.clocks().values().stream())
                .filter(ClockRule::open)
                .map(ClockRule::id)
                .collect(Collectors.toSet());
    }

    /** The whole event, for those who work on the order. */
    public HistoryEntry forOfficers(Event event) {
        return entry(event, event.answers(), who(event), effects().forOfficers(event));
    }

    /** The whole event, for those who look after a subject: only the fields that changed, with the value before and after. */
    HistoryEntry forKeepers(Event event, Order before) {
        var entry = forOfficers(event);
        var details = new ArrayList<HistoryDetail>();
        event.answers().forEach((id, answer) -> {
            var field = method.field(id);
            if (field.type().files()) {
                return;
            }
            var oldValue = field.kept() ? value(field, before.fields().get(field.sets())) : "";
            var newValue = value(field, answer);
            if (oldValue.isEmpty() && !newValue.isEmpty()) {
                details.add(new HistoryDetail(context.w(field.name()), newValue));
            } else if (!oldValue.equals(newValue)) {
                details.add(new HistoryDetail(context.w(field.name()), context.t("moves.changed", oldValue, newValue)));
            }
        });
        return entry.withDetails(details);
    }

    /** What the resident may see of an event; empty if nothing. */
    public Optional<HistoryEntry> forResident(Event event) {
        var action = method.actions().get(event.action());
        if (action == null || !action.open()) {
            return Optional.empty();
        }
        var visible = new TreeMap<>(event.answers());
        if (!action.start()) {
            visible.keySet().removeIf(id -> !method.field(id).open());
        }
        var who = event.by() instanceof Actor.Officer officer
                ? context.unit(officer.unit())
                : event.by() instanceof Actor.Resident ? context.t("who.you") : "";
        return Optional.of(entry(event, visible, who, effects().forResident(event)));
    }

    private HistoryEntry entry(Event event, Map<String, Object> answers, String who, List<String> effects) {
        var action = method.actions().get(event.action());
        return new HistoryEntry(
                event.at(),
                action == null ? context.t("event." + event.action()) : context.w(action.name()),
                who,
                details(event, answers),
                attachments(answers),
                effects,
                event.by() instanceof Actor.Machine
                        ? event.action().equals(Alarms.BREACHED)
                                        || event.action().equals(Alarms.ESCALATED)
                                ? "alarm"
                                : "machine"
                        : "person");
    }

    private EventEffects effects() {
        return new EventEffects(context, method, promises);
    }

    private String who(Event event) {
        if (event.by() instanceof Actor.Officer officer) {
            return context.unit(officer.unit()) + " " + context.post(officer.post());
        }
        return event.by() instanceof Actor.Resident ? context.t("who.resident") : context.t("who.machine");
    }

    private List<HistoryDetail> details(Event event, Map<String, Object> answers) {
        var action = method.actions().get(event.action());
        if (action == null) {
            return List.of();
        }
        var details = new ArrayList<HistoryDetail>();
        action.form().keySet().stream()
                .filter(answers::containsKey)
                .map(method::field)
                .filter(field -> !SHOWN_APART.contains(field.type()))
                .filter(field -> !action.start() || !SHOWN_ABOVE.contains(field.id()))
                .forEach(field ->
                        details.add(new HistoryDetail(context.w(field.name()), value(field, answers.get(field.id())))));
        return details;
    }

    private List<Attachments.Filed> attachments(Map<String, Object> answers) {
        return answers.values().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .flatMap(id -> attachments.stream().filter(file -> file.id().equals(id)))
                .toList();
    }

    /** A value in words, with personal data masked. */
    public String value(Field field, @Nullable Object value) {
        return new FieldValues(context, seals).of(field, value);
    }
}
