package org.liudan.orders.store;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Order;

/**
 * The search words of open orders, in a table of their own, so that an action does not write them again. When an order closes,
 * they move into its row, where they are found together with its tags.
 */
public final class SearchWords {

    public static final TableColumns TABLE = TableColumns.of(
            "order_words", "words text[]", "on conflict (district_id, order_id) do update set words = excluded.words");

    private static final WordChange UNCHANGED = new WordChange(List.of(), false);
    private static final WordChange DELETED = new WordChange(List.of(), true);

    private SearchWords() {}

    /**
     * What an action changes in the table.
     *
     * @param rows rows to insert, or to replace the stored ones
     * @param deleted true when the stored row is to be deleted
     */
    record WordChange(List<List<Object>> rows, boolean deleted) {}

    static WordChange changeOf(Order before, Order after) {
        var text = text(after);
        if (text.equals(text(before))) {
            return UNCHANGED;
        }
        return text.isEmpty() ? DELETED : new WordChange(rows(after), false);
    }

    /** The rows of an order; none when it is closed. */
    public static List<List<Object>> rows(Order order) {
        return text(order).isEmpty()
                ? List.of()
                : List.of(List.of((Object) of(order).toArray(String[]::new)));
    }

    /** The words by which an order is found, open or closed. */
    public static List<String> of(Order order) {
        return List.copyOf(CharacterPairs.of(searchedText(order)));
    }

    private static Optional<String> text(Order order) {
        return order.events() > 0 && order.open() ? Optional.of(searchedText(order)) : Optional.empty();
    }

    private static String searchedText(Order order) {
        return order.text("title") + " " + order.text("content") + " " + order.text("place");
    }
}
