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

/** Reads what makes a method a register, and how orders are called over. */
record RegisterReader(
        Map<String, Field> fields, Set<String> clocks, Set<String> actions, Set<String> steps, GuardCompiler guards) {

    private static final Set<FieldType> KEYS = Set.of(FieldType.TEXT, FieldType.ID_NUMBER, FieldType.PHONE);
    private static final Set<FieldType> FILTERS =
            Set.of(FieldType.CHOICE, FieldType.CHOICES, FieldType.CATEGORY, FieldType.YES_NO, FieldType.LISTED);

    private static final Set<FieldType> GROUPS = Set.of(FieldType.CHOICE, FieldType.YES_NO);

    Register read(YamlPart part) {
        var entries = part.entries(Section.REGISTER);
        if (!entries.containsKey("key")) {
            part.fault("missing", "key");
        }
        var computed = computed(entries.get("computed"));
        var shown = new TreeSet<>(fields.keySet());
        shown.addAll(computed.keySet());
        return new Register(
                one(entries.get("key"), KEYS).orElse(""),
                one(entries.get("keeper"), Set.of(FieldType.TEXT)),
                Optional.ofNullable(entries.get("cycle"))
                        .map(clock -> MethodReader.oneOf(clock, clocks, "unknown-clock")),
                several(entries.get("visits"), actions, "unknown-action"),
                Optional.ofNullable(entries.get("change"))
                        .map(action -> MethodReader.oneOf(action, actions, "unknown-action")),
                several(entries.get("columns"), shown, "unknown-field"),
                filters(entries.get("filters")),
                computed,
                sums(entries.get("sums")),
                by(entries.get("by")),
                several(entries.get("counts"), steps, "unknown-step"));
    }

    PartsTable roll(YamlPart part) {
        var entries = part.entries(Section.ROLL);
        if (!entries.keySet().containsAll(Set.of("columns", "first"))) {
            part.fault("missing", "columns, first");
        }
        var computed = computed(entries.get("computed"));
        var shown = new TreeSet<>(fields.keySet());
        shown.addAll(computed.keySet());
        return new PartsTable(
                several(entries.get("columns"), shown, "unknown-field"),
                several(entries.get("sums"), shown, "unknown-field"),
                Optional.ofNullable(entries.get("first"))
                        .map(first -> MethodReader.oneOf(first, shown, "unknown-field"))
                        .orElse(""),
                computed);
    }

    private Optional<String> one(@Nullable YamlPart part, Set<FieldType> types) {
        if (part == null) {
            return Optional.empty();
        }
        var id = MethodReader.oneOf(part, fields.keySet(), "unknown-field");
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
                        .flatMap(element -> one(element, FILTERS).stream())
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
                sums.add(new Sum(id, MethodReader.words(entries, sum), times == null ? 1 : times.number()));
            });
        }
        return sums;
    }

    /** The step, or choices of which a subject has one. */
    private List<String> by(@Nullable YamlPart part) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .flatMap(element -> element.isText() && element.text().equals(Register.STEP)
                                ? Stream.of(Register.STEP)
                                : one(element, GROUPS).stream())
                        .toList();
    }

    private static List<String> several(@Nullable YamlPart part, Set<String> known, String unknown) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .map(element -> MethodReader.oneOf(element, known, unknown))
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
                                    id,
                                    MethodReader.words(entries, column),
                                    guards.formula(MethodReader.entry(entries, "is"))));
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
