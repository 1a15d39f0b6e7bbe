package org.liudan.orders.store;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of neighbouring characters, by which Chinese text is found without knowing where its words end. */
public final class CharacterPairs {

    private CharacterPairs() {}

    /** The pairs of a text; white space and punctuation separate, case and width don't matter. */
    public static Set<String> of(String text) {
        var grams = new TreeSet<String>();
        var plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        int before = -1;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            int point = plain.codePointAt(at);
            if (!Character.isLetterOrDigit(point)) {
                before = -1;
                continue;
            }
            if (before >= 0) {
                grams.add(Character.toString(before) + Character.toString(point));
            }
            before = point;
        }
        return grams;
    }
}
