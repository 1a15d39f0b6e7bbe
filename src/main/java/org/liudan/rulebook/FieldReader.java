package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Field;
import org.liudan.engine.FieldType;
import org.liudan.engine.Words;

/**
 * Reads the fields of a method.
 *
 * @param fields the names of all of them
 */
record FieldReader(Set<String> fields) {

    Field read(String id, Part part) {
        var entries = part.entries(Section.FIELD);
        var typePart = entries.get("type");
        var type = typePart == null ? Optional.<FieldType>empty() : FieldType.of(typePart.text());
        if (type.isEmpty()) {
            (typePart == null ? part : typePart)
                    .fault("unknown-type", typePart == null ? "" : typePart.text(), FieldType.ids());
        }
        var choices = new LinkedHashMap<String, Words>();
        if (entries.containsKey("choices")) {
            entries.get("choices")
                    .entries()
                    .forEach((value, choice) ->
                            choices.put(value, MethodReader.words(choice.entries(Section.WORDS), choice)));
        }
        if (type.equals(Optional.of(FieldType.CHOICE)) && choices.isEmpty()) {
            part.fault("no-choices", id);
        }
        if (type.equals(Optional.of(FieldType.UNIT)) && !entries.containsKey("kind")) {
            part.fault("unit-kind", id);
        }
        return new Field(
                id,
                MethodReader.words(entries, part),
                type.orElse(FieldType.TEXT),
                choices,
                number(entries.get("least"), 0),
                number(entries.get("most"), type.equals(Optional.of(FieldType.NUMBER)) ? 999_999_999 : 1000),
                entries.containsKey("sets") ? MethodReader.oneOf(entries.get("sets"), fields, "unknown-field") : id,
                !entries.containsKey("kept") || entries.get("kept").yes(),
                entries.containsKey("open") && entries.get("open").yes(),
                Optional.ofNullable(entries.get("kind")).map(Part::text),
                Optional.ofNullable(entries.get("proposed"))
                        .map(proposed -> MethodReader.oneOf(proposed, fields, "unknown-field")));
    }

    private static long number(@Nullable Part part, long otherwise) {
        return part == null ? otherwise : part.number();
    }
}
