package org.liudan.orders.search;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.liudan.orders.store.CharacterPairs;
import org.liudan.orders.store.OrderNumber;
import org.liudan.privacy.Seals;

/** The search field: the number of an order, a phone or identity number, or words of the text. */
record WordSearch(Seals seals) {

    void apply(OrderQuery query, String words) {
        if (words.isEmpty()) {
            return;
        }
        var number = OrderNumber.parse(words);
        var digits = words.replaceAll("[\\s-]", "");
        if (number.isPresent()) {
            query.narrowToFew("o.id = :number", "number", number.get().id());
        } else if (digits.matches("\\d{7,12}|\\d{17}[\\dXx]")) {
            query.searchBy(HexFormat.of().formatHex(seals.hash("contact", digits.toUpperCase(Locale.ROOT))));
        } else {
            searchText(query, words);
        }
    }

    /** Searches by pairs of characters; a single character is searched in the title. */
    private static void searchText(OrderQuery query, String words) {
        var pairs = CharacterPairs.of(words);
        if (pairs.isEmpty()) {
            query.and("o.title like :part", Map.of("part", "%" + words.replaceAll("[%_\\\\]", "") + "%"));
        } else {
            query.searchBy(pairs.toArray(String[]::new));
        }
    }
}
