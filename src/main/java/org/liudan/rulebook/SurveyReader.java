package org.liudan.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Survey;

/**
 * Reads what makes an order the survey of a register. {@link CrossMethodCheck} checks what it says about the register.
 *
 * @param references receives the reference to the register
 */
record SurveyReader(Map<String, Field> fields, Consumer<CrossReference> references) {

    /** The types of field that name an area: regions, or a unit that serves a region. */
    static final Set<FieldType> AREAS = Set.of(FieldType.REGION, FieldType.REGIONS, FieldType.UNIT);

    Survey read(YamlPart part) {
        var entries = part.entries(Section.SURVEY);
        for (var key : List.of("register", "area", "since")) {
            if (!entries.containsKey(key)) {
                part.fault("missing", key);
            }
        }
        var survey = new Survey(
                text(entries.get("register")).orElse(""),
                field(entries.get("area"), AREAS).orElse(""),
                field(entries.get("since"), Set.of(FieldType.DATE)).orElse(""),
                field(entries.get("share"), Set.of(FieldType.NUMBER)),
                text(entries.get("again")),
                text(entries.get("rectified")),
                entries.containsKey("same")
                        ? entries.get("same").elements().stream()
                                .map(YamlPart::text)
                                .toList()
                        : List.of());
        references.accept(CrossReference.to(part, survey));
        return survey;
    }

    private Optional<String> field(@Nullable YamlPart part, Set<FieldType> types) {
        if (part == null) {
            return Optional.empty();
        }
        var id = part.oneOf(fields.keySet(), "unknown-field");
        var field = fields.get(id);
        if (field != null && !types.contains(field.type())) {
            part.fault(
                    "register-type",
                    id,
                    field.type().id(),
                    String.join(", ", types.stream().map(FieldType::id).sorted().toList()));
        }
        return Optional.of(id);
    }

    private static Optional<String> text(@Nullable YamlPart part) {
        return Optional.ofNullable(part).map(YamlPart::text);
    }
}
