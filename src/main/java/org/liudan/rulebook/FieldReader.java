package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.LocalizedText;

/**
 * Reads the fields of a method.
 *
 * @param fields the ids of all fields of the method
 */
record FieldReader(Set<String> fields) {

    Field read(String id, YamlPart part) {
        var entries = part.entries(Section.FIELD);
        var typePart = entries.get("type");
        var type = typePart == null ? Optional.<FieldType>empty() : FieldType.of(typePart.text());
        if (type.isEmpty()) {
            (typePart == null ? part : typePart)
                    .fault("unknown-type", typePart == null ? "" : typePart.text(), FieldType.ids());
        }
        var choices = new LinkedHashMap<String, LocalizedText>();
        if (entries.containsKey("choices")) {
            entries.get("choices").entries().forEach((value, choice) -> choices.put(value, choice.localizedText()));
        }
        if (type.filter(Set.of(FieldType.CHOICE, FieldType.CHOICES)::contains).isPresent() && choices.isEmpty()) {
            part.fault("no-choices", id);
        }
        if (type.filter(Set.of(FieldType.UNIT, FieldType.UNITS)::contains).isPresent()) {
            checkKind(entries.get("kind"), part, id);
        }
        if (type.equals(Optional.of(FieldType.LISTED))) {
            checkList(entries.get("list"), part, id);
        }
        return new Field(
                id,
                part.localizedText(entries),
                type.orElse(FieldType.TEXT),
                choices,
                number(entries.get("least"), 0),
                number(entries.get("most"), type.equals(Optional.of(FieldType.NUMBER)) ? 999_999_999 : 1000),
                entries.containsKey("sets") ? entries.get("sets").oneOf(fields, "unknown-field") : id,
                !entries.containsKey("kept") || entries.get("kept").isTrue(),
                entries.containsKey("open") && entries.get("open").isTrue(),
                Optional.ofNullable(entries.get(type.equals(Optional.of(FieldType.LISTED)) ? "list" : "kind"))
                        .map(YamlPart::text),
                Optional.ofNullable(entries.get("proposed")).map(proposed -> proposed.oneOf(fields, "unknown-field")));
    }

    private static void checkKind(@Nullable YamlPart kind, YamlPart field, String id) {
        if (kind == null) {
            field.fault("unit-kind", id);
        } else {
            kind.oneOf(RulebookLists.kindsOfUnit(), "unknown-unit-kind");
        }
    }

    private static void checkList(@Nullable YamlPart list, YamlPart field, String id) {
        if (list == null) {
            field.fault("field-list", id);
        } else if (RulebookLists.list(list.text()).isEmpty()) {
            list.fault("unknown-list", list.text());
        }
    }

    private static long number(@Nullable YamlPart part, long defaultValue) {
        return part == null ? defaultValue : part.number();
    }
}
