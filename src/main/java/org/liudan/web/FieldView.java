package org.liudan.web;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Requirement;

/**
 * One field of a form as it is shown.
 *
 * @param id the name it is sent under, and part of the ids of its elements
 * @param value what is filled in; for files, nothing
 * @param kept ids of files already stored, or what is chosen of several
 * @param error what is wrong with it, in the reader's language
 * @param groups choices, under a heading where there are several groups
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

    /** The same field with something to choose from, if there is anything. */
    public FieldView offering(List<Choice> choices) {
        return choices.isEmpty()
                ? this
                : new FieldView(
                        id, type, label, hint, need, value, kept, error, List.of(new Group("", choices)), least, most);
    }

    public boolean required() {
        return need.required();
    }

    /** True for what is tucked away until somebody looks for it. */
    public boolean rare() {
        return need == Requirement.RARE && error.isEmpty() && value.isEmpty() && kept.isEmpty();
    }

    /** True for what is short enough to stand beside another. */
    public boolean half() {
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

    public List<Choice> choices() {
        return groups.stream().flatMap(group -> group.choices().stream()).toList();
    }
}
