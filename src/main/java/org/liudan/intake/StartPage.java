package org.liudan.intake;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.web.FieldView;

/**
 * Where an order is raised, by a resident or by an officer.
 *
 * @param address where the form is sent
 * @param draft the token of the order to be raised
 * @param fields in the order shown
 * @param reasons why it was not raised, when the form comes back
 * @param others all matters that can be raised here
 * @param done the number of the order just registered; empty at first
 * @param code its tracking code
 */
public record StartPage(
        String address,
        String title,
        String hint,
        String draft,
        List<FieldView> fields,
        List<Reason> reasons,
        List<Other> others,
        String done,
        String code) {

    /** A way to raise an order. */
    public record Other(String address, String method, String action, boolean here) {}
}
