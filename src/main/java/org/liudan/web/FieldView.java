package org.liudan.web;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Requirement;

/**
 * One field of a form as it is shown. For files, the selected values are the ids of the files already stored; for a
 * multiple choice, the values chosen. The minimum and maximum are those of a number, or the longest text.
 *
 * @param id the parameter name of the field, and part of the ids of its elements
 * @param value the value filled in; empty for files
 * @param error the error message in the reader's language
 * @param groups the choices, under headings if there are several groups
 */
public record FieldView(
        String id,
        FieldType type,
        String label,
        Optional<String> hint,
        Requirement need,
        String value,
        List<String> kept,
        Optional<String> error,
        List<Group> groups,
        long least,
        long most) {

    /** Choices under one heading; an empty heading for a plain list. */
    public record Group(String heading, List<Choice> choices) {}

    /** One choice. */
    public record Choice(String value, String label) {}

    /** The same field with these choices; unchanged if there are none. */
    public FieldView offering(List<Choice> choices) {
        return choices.isEmpty()
                ? this
                : new FieldView(
                        id, type, label, hint, need, value, kept, error, List.of(new Group("", choices)), least, most);
    }

    public boolean required() {
        return need.required();
    }

    /** True for a field that is hidden until the user opens the rare fields. */
    public boolean rare() {
        return need == Requirement.RARE && error.isEmpty() && value.isEmpty() && kept.isEmpty();
    }

    /** True for a field that is short enough to share a line with another. */
    public boolean halfWidth() {
        return switch (type) {
            case PERSON,
                    PHONE,
                    ID_NUMBER,
                    DATE,
                    FUTURE_DATE,
                    TIME,
                    NUMBER,
                    WORKING_DAYS,
                    REGION,
                    CATEGORY,
                    UNIT,
                    ORDER -> true;
            default -> false;
        };
    }

    /** The choices of all groups. */
    public List<Choice> choices() {
        return groups.stream().flatMap(group -> group.choices().stream()).toList();
    }
}
