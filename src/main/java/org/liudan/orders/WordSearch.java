package org.liudan.orders;

import java.util.HexFormat;
import java.util.Locale;
import org.liudan.people.Seals;

/** What somebody types to find orders: a number, a phone or identity number, or words of the text. */
record WordSearch(Seals seals) {

    void narrow(Conditions conditions, String words) {
        if (words.isEmpty()) {
            return;
        }
        var number = OrderNumber.parse(words);
        var digits = words.replaceAll("[\\s-]", "");
        if (number.isPresent()) {
            conditions.add("o.id = :number", "number", number.get().id());
        } else if (digits.matches("\\d{7,12}|\\d{17}[\\dXx]")) {
            conditions.add(
                    "exists (select from order_contact k where k.district_id = o.district_id and k.order_id = o.id"
                            + " and k.hash = decode(:contact, 'hex'))",
                    "contact",
                    HexFormat.of().formatHex(seals.hash("contact", digits.toUpperCase(Locale.ROOT))));
        } else {
            text(conditions, words);
        }
    }

    /** By pairs of characters; a single character by the title. */
    private static void text(Conditions conditions, String words) {
        var grams = Grams.of(words);
        if (grams.isEmpty()) {
            conditions.add("o.title like :part", "part", "%" + words.replaceAll("[%_\\\\]", "") + "%");
        } else {
            conditions.add(
                    "exists (select from order_door d where d.district_id = o.district_id and d.order_id = o.id"
                            + " and d.grams @> :grams::text[])",
                    "grams",
                    grams.toArray(String[]::new));
        }
    }
}
