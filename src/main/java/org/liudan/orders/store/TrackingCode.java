package org.liudan.orders.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.privacy.Seals;

/**
 * The code with which a resident follows an order without an account: 80 bits in 16 letters and digits that can't be mistaken
 * for one another, shown in groups of four.
 */
public record TrackingCode(String letters) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
    private static final int LENGTH = 16;

    /** The code of an order: a keyed hash of its id. So it need not be stored, and can be shown again. */
    public static TrackingCode of(int district, long id, Seals seals) {
        var bits = new java.math.BigInteger(1, seals.hash("tracking", district + "/" + id));
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(
                    bits.shiftRight(5 * i).and(java.math.BigInteger.valueOf(31)).intValue()));
        }
        return new TrackingCode(letters.toString());
    }

    /** Parses what somebody typed: in any case, with or without dashes. Letters that look like a digit are corrected. */
    public static Optional<TrackingCode> parse(String typed) {
        var letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s–—_-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(letters).matches() ? Optional.of(new TrackingCode(letters)) : Optional.empty();
    }

    /** The keyed hash that is stored to find the order. */
    public byte[] key(Seals seals) {
        return seals.hash("tracking-key", letters);
    }

    @Override
    public String toString() {
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }
}
