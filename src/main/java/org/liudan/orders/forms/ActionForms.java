package org.liudan.orders.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.organisation.Category;
import org.liudan.organisation.Unit;
import org.liudan.privacy.Seals;
import org.liudan.web.FieldView;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.FieldView.Group;
import org.liudan.web.PageContext;
import org.liudan.web.RegionChoices;
import org.springframework.stereotype.Component;

/** Makes the form of an action: the fields the rulebook asks for, filled in with what is known and what was sent. */
@Component
public class ActionForms {

    private final Seals seals;
    private final Attachments attachments;

    ActionForms(Seals seals, Attachments files) {
        this.seals = seals;
        this.attachments = files;
    }

    /**
     * The fields of an action's form.
     *
     * @param order whose values are proposed; unraised for a start
     * @param sent what was sent when the form comes back, else empty
     * @param reasons why it comes back
     */
    public List<FieldView> fields(
            PageContext screen,
            Method method,
            Action action,
            Order order,
            Map<String, Object> sent,
            List<Reason> reasons) {
        var faults = new HashMap<String, String>();
        reasons.forEach(reason -> reason.field().ifPresent(field -> faults.put(field, screen.reason(reason))));
        var views = new ArrayList<FieldView>();
        action.form().forEach((id, need) -> {
            var field = method.field(id);
            var several = values(field, order, sent.get(id));
            views.add(new FieldView(
                    id,
                    field.type(),
                    screen.w(field.name()),
                    hint(screen, field),
                    need,
                    value(screen, field, order, sent.get(id)),
                    several,
                    Optional.ofNullable(faults.get(id)),
                    field.type().files() ? storedFiles(order, several) : groups(screen, field, order),
                    field.least(),
                    field.most()));
        });
        return views;
    }

    /** The names of files that a form coming back still has. */
    private List<Group> storedFiles(Order order, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : List.of(new Group(
                        "",
                        attachments.of(order.id()).stream()
                                .filter(file -> ids.contains(file.id()))
                                .map(file -> new Choice(file.id(), file.name()))
                                .toList()));
    }

    /** Files already stored, or what is chosen of several. */
    private static List<String> values(Field field, Order order, @Nullable Object sent) {
        var known = sent == null && field.kept() && !field.type().files()
                ? order.fields().get(field.sets())
                : sent;
        return field.type().many() && known instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Optional<String> hint(PageContext screen, Field field) {
        return switch (field.type()) {
            case WORKING_DAYS -> Optional.of(screen.t("hint.working-days", field.least(), field.most()));
            case FILES -> Optional.of(screen.t("hint.files"));
            case SIGNATURE -> Optional.of(screen.t("hint.signature"));
            case ORDER -> Optional.of(screen.t("hint.order"));
            case UNIT -> field.proposed().isPresent() ? Optional.of(screen.t("hint.proposed")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String value(PageContext screen, Field field, Order order, @Nullable Object sent) {
        if (sent != null) {
            return sent instanceof List<?> ? "" : sent.toString();
        }
        var known = order.fields().get(field.sets());
        if (known != null && field.kept() && !field.type().many()) {
            return field.type() == FieldType.LISTED
                    ? screen.listed(field.kind().orElseThrow(), known.toString())
                    : field.type().personal() ? seals.open(known.toString()) : known.toString();
        }
        if (field.type() == FieldType.DATE) {
            return screen.calendar().dayOf(screen.now()).toString();
        }
        return field.proposed()
                .flatMap(from -> screen.directory().proposedFor(order.text(from)))
                .map(Unit::code)
                .orElse("");
    }

    private static List<Group> groups(PageContext screen, Field field, Order order) {
        var directory = screen.directory();
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                List.of(new Group(
                        "",
                        field.choices().entrySet().stream()
                                .map(choice -> new Choice(choice.getKey(), screen.w(choice.getValue())))
                                .toList()));
            case CATEGORY ->
                directory.categories().values().stream()
                        .filter(Category::isGroup)
                        .map(group -> new Group(
                                screen.w(group.name()),
                                directory.categories().values().stream()
                                        .filter(category -> category.group().equals(group.code()))
                                        .map(category -> new Choice(
                                                category.code(),
                                                category.isGroup()
                                                        ? screen.t("category.other", screen.w(group.name()))
                                                        : screen.w(category.name())))
                                        .sorted(Comparator.comparing(
                                                choice -> !choice.value().contains(".")))
                                        .toList()))
                        .toList();
            case REGION, REGIONS -> new RegionChoices(screen).byStreet();
            case UNIT, UNITS -> List.of(new Group("", units(screen, field, order)));
            case LISTED ->
                List.of(new Group(
                        "",
                        directory.listed(field.kind().orElseThrow()).entrySet().stream()
                                .map(entry -> new Choice(entry.getKey(), screen.w(entry.getValue())))
                                .toList()));
            default -> List.of();
        };
    }

    /** Units of the kind asked for; offices only those of the order's own street. */
    private static List<Choice> units(PageContext screen, Field field, Order order) {
        var street = order.parties().getOrDefault("street", "");
        return screen.directory().ofKind(field.kind().orElseThrow()).stream()
                .filter(unit -> !unit.kind().equals("office") || unit.parent().equals(street))
                .map(unit -> new Choice(unit.code(), screen.w(unit.name())))
                .toList();
    }
}
