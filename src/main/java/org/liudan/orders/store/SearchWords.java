package org.liudan.orders.store;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Order;

/**
 * Where the words of open orders stand, so that an action on one needn't write them again. When an order closes they go into its
 * row, where they are found with its marks.
 */
public final class SearchWords {

    public static final TableColumns TABLE = TableColumns.of(
            "order_words", "words text[]", "on conflict (district_id, order_id) do update set words = excluded.words");

    private static final Change NONE = new Change(List.of(), false);
    private static final Change GONE = new Change(List.of(), true);

    private SearchWords() {}

    /**
     * What is to be written.
     *
     * @param rows those to come, or to take the place of those that are there
     * @param gone true when the row that is there has to go
     */
    record Change(List<List<Object>> rows, boolean gone) {}

    static Change change(Order before, Order after) {
        var is = text(after);
        if (is.equals(text(before))) {
            return NONE;
        }
        return is.isEmpty() ? GONE : new Change(rows(after), false);
    }

    /** The rows of an order; none once it is closed. */
    public static List<List<Object>> rows(Order order) {
        return text(order).isEmpty()
                ? List.of()
                : List.of(List.of((Object) of(order).toArray(String[]::new)));
    }

    /** The words by which an order is found, whether it is open or not. */
    public static List<String> of(Order order) {
        return List.copyOf(CharacterPairs.of(spoken(order)));
    }

    private static Optional<String> text(Order order) {
        return order.events() > 0 && order.open() ? Optional.of(spoken(order)) : Optional.empty();
    }

    private static String spoken(Order order) {
        return order.text("title") + " " + order.text("content") + " " + order.text("place");
    }
}
