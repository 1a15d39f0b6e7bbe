package org.liudan.batches;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.ListedOrder;
import org.liudan.web.FieldView;

/**
 * The form where one action is chosen and filled in for several orders.
 *
 * @param actions the actions that are open on all of the orders
 * @param chosen the action whose form is shown
 */
public record BatchForm(
        List<ListedOrder> orders,
        List<CommonAction> actions,
        Optional<CommonAction> chosen,
        List<FieldView> fields,
        List<Reason> reasons) {

    /** An action that is open on all chosen orders. */
    public record CommonAction(String action, String name, String address) {}
}
