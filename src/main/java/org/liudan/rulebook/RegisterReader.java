package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.PartsTable;
import org.liudan.engine.method.Register;
import org.liudan.engine.method.Register.Computed;
import org.liudan.engine.method.Register.Sum;

/** Reads what makes a method a register, and the table over the parts of an order. */
record RegisterReader(
        Map<String, Field> fields, Set<String> clocks, Set<String> actions, Set<String> steps, GuardCompiler guards) {

    private static final Set<FieldType> KEY_TYPES = Set.of(FieldType.TEXT, FieldType.ID_NUMBER, FieldType.PHONE);
    private static final Set<FieldType> FILTER_TYPES =
            Set.of(FieldType.CHOICE, FieldType.CHOICES, FieldType.CATEGORY, FieldType.YES_NO, FieldType.LISTED);

    private static final Set<FieldType> GROUP_TYPES = Set.of(FieldType.CHOICE, FieldType.YES_NO);

    Register read(YamlPart part) {
        var entries = part.entries(Section.REGISTER);
        if (!entries.containsKey("key")) {
            part.fault("missing", "key");
        }
        var computed = computed(entries.get("computed"));
        var columns = new TreeSet<>(fields.keySet());
        columns.addAll(computed.keySet());
        return new Register(
                field(entries.get("key"), KEY_TYPES).orElse(""),
                field(entries.get("keeper"), Set.of(FieldType.TEXT)),
                Optional.ofNullable(entries.get("cycle")).map(clock -> clock.oneOf(clocks, "unknown-clock")),
                names(entries.get("visits"), actions, "unknown-action"),
                Optional.ofNullable(entries.get("change")).map(action -> action.oneOf(actions, "unknown-action")),
                names(entries.get("columns"), columns, "unknown-field"),
                filters(entries.get("filters")),
                computed,
                sums(entries.get("sums")),
                groups(entries.get("by")),
                names(entries.get("counts"), steps, "unknown-step"));
    }

    PartsTable partsTable(YamlPart part) {
        var entries = part.entries(Section.ROLL);
        if (!entries.keySet().containsAll(Set.of("columns", "first"))) {
            part.fault("missing", "columns, first");
        }
        var computed = computed(entries.get("computed"));
        var columns = new TreeSet<>(fields.keySet());
        columns.addAll(computed.keySet());
        return new PartsTable(
                names(entries.get("columns"), columns, "unknown-field"),
                names(entries.get("sums"), columns, "unknown-field"),
                Optional.ofNullable(entries.get("first"))
                        .map(first -> first.oneOf(columns, "unknown-field"))
                        .orElse(""),
                computed);
    }

    private Optional<String> field(@Nullable YamlPart part, Set<FieldType> types) {
        if (part == null) {
            return Optional.empty();
        }
        var id = part.oneOf(fields.keySet(), "unknown-field");
        var field = fields.get(id);
        if (field != null && !types.contains(field.type())) {
            part.fault("register-type", id, field.type().id(), ids(types));
        }
        return Optional.of(id);
    }

    private List<String> filters(@Nullable YamlPart part) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .flatMap(element -> field(element, FILTER_TYPES).stream())
                        .toList();
    }

    private List<Sum> sums(@Nullable YamlPart part) {
        var sums = new ArrayList<Sum>();
        if (part != null) {
            part.entries().forEach((id, sum) -> {
                var entries = sum.entries(Section.SUM);
                var field = fields.get(id);
                if (field == null) {
                    sum.fault("unknown-field", id, String.join(", ", fields.keySet()));
                } else if (field.type() != FieldType.NUMBER || !field.kept()) {
                    sum.fault("sum-field", id);
                }
                var times = entries.get("times");
                sums.add(new Sum(id, sum.localizedText(entries), times == null ? 1 : times.number()));
            });
        }
        return sums;
    }

    /** What sums are grouped by: the step, or fields of which a subject has one value. */
    private List<String> groups(@Nullable YamlPart part) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .flatMap(element -> element.isText() && element.text().equals(Register.STEP)
                                ? Stream.of(Register.STEP)
                                : field(element, GROUP_TYPES).stream())
                        .toList();
    }

    private static List<String> names(@Nullable YamlPart part, Set<String> known, String faultKey) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .map(element -> element.oneOf(known, faultKey))
                        .toList();
    }

    private Map<String, Computed> computed(@Nullable YamlPart part) {
        var computed = new LinkedHashMap<String, Computed>();
        if (part != null) {
            part.entries().forEach((id, column) -> {
                var entries = column.entries(Section.COMPUTED);
                if (fields.containsKey(id)) {
                    column.fault("computed-twice", id);
                }
                if (entries.containsKey("is")) {
                    computed.put(
                            id,
                            new Computed(
                                    id, column.localizedText(entries), guards.formula(YamlPart.entry(entries, "is"))));
                } else {
                    column.fault("missing", "is");
                }
            });
        }
        return computed;
    }

    private static String ids(Set<FieldType> types) {
        return String.join(", ", types.stream().map(FieldType::id).sorted().toList());
    }
}
