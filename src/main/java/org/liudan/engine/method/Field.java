package org.liudan.engine.method;

import java.util.Map;
import java.util.Optional;

/**
 * A field: a form may ask for it and an order may store it.
 *
 * @param id its id in the rulebook
 * @param choices for a choice: value and label, in the order shown
 * @param least the smallest number allowed
 * @param most the greatest length of a text in characters, or the largest number
 * @param sets the field that stores the answer, usually itself
 * @param kept true if the order stores the value; false if only the event does, for example a note
 * @param open true if the resident sees the value
 * @param kind for units: the kind of unit to choose from; for {@code LISTED}: the list
 * @param proposed the field whose value proposes an answer, for example a category proposes a department
 */
public record Field(
        String id,
        LocalizedText name,
        FieldType type,
        Map<String, LocalizedText> choices,
        long least,
        long most,
        String sets,
        boolean kept,
        boolean open,
        Optional<String> kind,
        Optional<String> proposed) {}
