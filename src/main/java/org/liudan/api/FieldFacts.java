package org.liudan.api;

import java.util.List;
import java.util.Optional;
import org.liudan.web.FieldView;

/**
 * One field of a form.
 *
 * @param proposed the value that a page would fill in
 */
record FieldFacts(
        String id,
        String type,
        String label,
        Optional<String> hint,
        String need,
        String proposed,
        List<FieldChoice> choices,
        long least,
        long most) {

    /** Personal data is never proposed: it would be revealed without an audit entry. */
    static FieldFacts of(FieldView field) {
        return new FieldFacts(
                field.id(),
                field.type().id(),
                field.label(),
                field.hint(),
                field.need().id(),
                field.type().personal() ? "" : field.value(),
                field.groups().stream()
                        .flatMap(group -> group.choices().stream()
                                .map(choice -> new FieldChoice(choice.value(), choice.label(), group.heading())))
                        .toList(),
                field.least(),
                field.most());
    }

    /** One choice of a field, under the heading of its group. */
    record FieldChoice(String value, String label, String group) {}
}
