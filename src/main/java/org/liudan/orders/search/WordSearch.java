package org.liudan.orders.search;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.liudan.orders.store.CharacterPairs;
import org.liudan.orders.store.OrderNumber;
import org.liudan.privacy.Seals;

/** What somebody types to find orders: a number, a phone or identity number, or words of the text. */
record WordSearch(Seals seals) {

    void narrow(OrderQuery query, String words) {
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
            text(query, words);
        }
    }

    /** By pairs of characters; a single character by the title. */
    private static void text(OrderQuery query, String words) {
        var grams = CharacterPairs.of(words);
        if (grams.isEmpty()) {
            query.and("o.title like :part", Map.of("part", "%" + words.replaceAll("[%_\\\\]", "") + "%"));
        } else {
            query.searchBy(grams.toArray(String[]::new));
        }
    }
}
