package org.liudan.orders.store;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Pairs of neighbouring characters (bigrams). By them Chinese text is found without knowing where its words end. */
public final class CharacterPairs {

    private CharacterPairs() {}

    /** The pairs of a text. No pair crosses white space or punctuation. Case and character width don't matter. */
    public static Set<String> of(String text) {
        var pairs = new TreeSet<String>();
        var plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        int previous = -1;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            int point = plain.codePointAt(at);
            if (!Character.isLetterOrDigit(point)) {
                previous = -1;
                continue;
            }
            if (previous >= 0) {
                pairs.add(Character.toString(previous) + Character.toString(point));
            }
            previous = point;
        }
        return pairs;
    }
}
