package org.liudan.intake;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.web.FieldView;

/**
 * The page where a resident or an officer raises an order.
 *
 * @param address the address that the form is sent to
 * @param draft the token of the order to be raised
 * @param fields in the order shown
 * @param reasons why it was not raised, if the form is shown again
 * @param starts everything that can be raised here
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
        List<StartLink> starts,
        String done,
        String code) {

    /**
     * A link to a form that raises an order.
     *
     * @param current true for the form of this page
     */
    public record StartLink(String address, String method, String action, boolean current) {}
}
