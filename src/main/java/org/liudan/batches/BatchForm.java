package org.liudan.batches;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.orders.wording.ListedOrder;
import org.liudan.web.FieldView;

/**
 * Where the same action is chosen and filled in for several orders.
 *
 * @param can actions that are open on all of them
 * @param chosen the one whose form is shown
 */
public record BatchForm(
        List<ListedOrder> orders, List<Can> can, Optional<Can> chosen, List<FieldView> fields, List<Reason> reasons) {

    /** An action open on all orders chosen. */
    public record Can(String action, String name, String address) {}
}
