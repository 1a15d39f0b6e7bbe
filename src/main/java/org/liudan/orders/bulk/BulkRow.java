package org.liudan.orders.bulk;

import java.util.List;
import java.util.Map;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.StoredOrder;

/**
 * A row that enters or changes one of many subjects.
 *
 * @param number its position in the file that it came from
 * @param request its id, so that it is written only once; it begins with {@link #NAMED} when it may have to be found by its id
 * @param answers its values, by the ids of the form's fields
 */
public record BulkRow(int number, String request, Map<String, Object> answers) {

    /** The prefix of the ids of rows. The database has an index over the requests with this prefix only. */
    public static final String NAMED = "import:";

    /** A decision about a row that is not written yet. */
    public sealed interface Decided {

        BulkRow row();
    }

    /** The row enters a subject on the register, or changes one. */
    public static final class Moves implements Decided {

        private final BulkRow row;
        private final Method method;
        private final StoredOrder before;
        private final Decision.Moved decision;

        Moves(BulkRow row, Method method, StoredOrder before, Decision.Moved decision) {
            this.row = row;
            this.method = method;
            this.before = before;
            this.decision = decision;
        }

        @Override
        public BulkRow row() {
            return row;
        }

        /** True for a new subject. */
        public boolean enters() {
            return before.order().events() == 0;
        }

        /** The subject after the row is written. */
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

    /** The register already has the same values. */
    public record Same(BulkRow row) implements Decided {}

    /** The row can't be entered, for these reasons. */
    public record Refused(BulkRow row, List<Reason> reasons) implements Decided {}
}
