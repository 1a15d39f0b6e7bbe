package org.liudan.engine.method;

import java.util.Map;
import java.util.Optional;

/**
 * One thing a form may ask and an order may keep.
 *
 * @param id its name in the rulebook
 * @param choices for a choice: value and label, in the order shown
 * @param least smallest number allowed
 * @param most longest text in characters, or largest number
 * @param sets the field the answer is kept under, usually itself
 * @param kept false for what belongs to one event only, such as a note
 * @param open true for what the resident sees
 * @param kind for a unit: the kind of unit to choose from; for what is listed: the list
 * @param proposed the field whose value proposes an answer, such as the category a department
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
