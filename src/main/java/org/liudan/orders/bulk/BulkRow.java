package org.liudan.orders.bulk;

import java.util.List;
import java.util.Map;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.StoredOrder;

/**
 * One of many subjects to be entered or changed at once.
 *
 * @param number where it stands in what it came from
 * @param request names it, so that it is done once; begins with {@link #NAMED} when it may have to be found by its name
 * @param answers what it says, by the fields of the form
 */
public record BulkRow(int number, String request, Map<String, Object> answers) {

    /** How the names of rows begin: those alone stand in an index over all orders and subjects. */
    public static final String NAMED = "import:";

    /** What is to come of a row; nothing is written yet. */
    public sealed interface Decided {

        BulkRow row();
    }

    /** It is entered on the register, or changes what stands there. */
    public static final class Moves implements Decided {

        private final BulkRow row;
        private final Method method;
        private final StoredOrder before;
        private final Decision.Moved decision;

        Moves(BulkRow row, Method method, StoredOrder before, Decision.Moved moved) {
            this.row = row;
            this.method = method;
            this.before = before;
            this.decision = moved;
        }

        @Override
        public BulkRow row() {
            return row;
        }

        /** True for a new subject. */
        public boolean enters() {
            return before.order().events() == 0;
        }

        public Order order() {
            return decision.order();
        }

        Method method() {
            return method;
        }

        StoredOrder before() {
            return before;
        }

        Decision.Moved decision() {
            return decision;
        }
    }

    /** The register says the same already. */
    public record Same(BulkRow row) implements Decided {}

    /** It can't be done, for these reasons. */
    public record Refused(BulkRow row, List<Reason> reasons) implements Decided {}
}
