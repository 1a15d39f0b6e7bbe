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

/**
 * Builds the form of an action: the fields that the rulebook asks for, filled with stored values or the values submitted
 * before.
 */
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
     * @param order the order whose values are proposed; for a start an order not yet raised
     * @param submitted the values of a refused attempt; empty for a new form
     * @param reasons why the attempt was refused
     */
    public List<FieldView> fields(
            PageContext context,
            Method method,
            Action action,
            Order order,
            Map<String, Object> submitted,
            List<Reason> reasons) {
        var errors = new HashMap<String, String>();
        reasons.forEach(reason -> reason.field().ifPresent(field -> errors.put(field, context.reason(reason))));
        var views = new ArrayList<FieldView>();
        action.form().forEach((id, need) -> {
            var field = method.field(id);
            var values = values(field, order, submitted.get(id));
            views.add(new FieldView(
                    id,
                    field.type(),
                    context.w(field.name()),
                    hint(context, field),
                    need,
                    value(context, field, order, submitted.get(id)),
                    values,
                    Optional.ofNullable(errors.get(id)),
                    field.type().files() ? storedFiles(order, values) : groups(context, field, order),
                    field.least(),
                    field.most()));
        });
        return views;
    }

    /** The files that a refused form has already stored, by name. */
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

    /** The ids of files already stored, or the chosen values of a field that allows more than one. */
    private static List<String> values(Field field, Order order, @Nullable Object submitted) {
        var known = submitted == null && field.kept() && !field.type().files()
                ? order.fields().get(field.sets())
                : submitted;
        return field.type().many() && known instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Optional<String> hint(PageContext context, Field field) {
        return switch (field.type()) {
            case WORKING_DAYS -> Optional.of(context.t("hint.working-days", field.least(), field.most()));
            case FILES -> Optional.of(context.t("hint.files"));
            case SIGNATURE -> Optional.of(context.t("hint.signature"));
            case ORDER -> Optional.of(context.t("hint.order"));
            case UNIT -> field.proposed().isPresent() ? Optional.of(context.t("hint.proposed")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String value(PageContext context, Field field, Order order, @Nullable Object submitted) {
        if (submitted != null) {
            return submitted instanceof List<?> ? "" : submitted.toString();
        }
        var known = order.fields().get(field.sets());
        if (known != null && field.kept() && !field.type().many()) {
            return field.type() == FieldType.LISTED
                    ? context.listed(field.kind().orElseThrow(), known.toString())
                    : field.type().personal() ? seals.open(known.toString()) : known.toString();
        }
        if (field.type() == FieldType.DATE) {
            return context.calendar().dayOf(context.now()).toString();
        }
        return field.proposed()
                .flatMap(from -> context.directory().proposedFor(order.text(from)))
                .map(Unit::code)
                .orElse("");
    }

    private static List<Group> groups(PageContext context, Field field, Order order) {
        var directory = context.directory();
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                List.of(new Group(
                        "",
                        field.choices().entrySet().stream()
                                .map(choice -> new Choice(choice.getKey(), context.w(choice.getValue())))
                                .toList()));
            case CATEGORY ->
                directory.categories().values().stream()
                        .filter(Category::isGroup)
                        .map(group -> new Group(
                                context.w(group.name()),
                                directory.categories().values().stream()
                                        .filter(category -> category.group().equals(group.code()))
                                        .map(category -> new Choice(
                                                category.code(),
                                                category.isGroup()
                                                        ? context.t("category.other", context.w(group.name()))
                                                        : context.w(category.name())))
                                        .sorted(Comparator.comparing(
                                                choice -> !choice.value().contains(".")))
                                        .toList()))
                        .toList();
            case REGION, REGIONS -> new RegionChoices(context).byStreet();
            case UNIT, UNITS -> List.of(new Group("", units(context, field, order)));
            case LISTED ->
                List.of(new Group(
                        "",
                        directory.listed(field.kind().orElseThrow()).entrySet().stream()
                                .map(entry -> new Choice(entry.getKey(), context.w(entry.getValue())))
                                .toList()));
            default -> List.of();
        };
    }

    /** The units of the kind that the field asks for; of offices only those of the order's street. */
    private static List<Choice> units(PageContext context, Field field, Order order) {
        var street = order.parties().getOrDefault("street", "");
        return context.directory().ofKind(field.kind().orElseThrow()).stream()
                .filter(unit -> !unit.kind().equals("office") || unit.parent().equals(street))
                .map(unit -> new Choice(unit.code(), context.w(unit.name())))
                .toList();
    }
}
