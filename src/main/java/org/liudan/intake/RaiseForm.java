package org.liudan.intake;

import java.util.List;
import org.liudan.engine.Reason;
import org.liudan.kit.FieldView;

/**
 * The form that raises an order.
 *
 * @param draft the token of the order to be raised
 * @param fields in the order shown
 * @param reasons why it was not raised, when the form comes back
 */
public record RaiseForm(String draft, List<FieldView> fields, List<Reason> reasons) {

    public FieldView field(String id) {
        return fields.stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The form has no " + id));
    }
}
