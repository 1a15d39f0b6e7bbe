package org.liudan.orders.verification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.stream.StreamedEvent.Place;

/**
 * A stamp over the seam (骑缝章) of all events up to a place in their stream.
 *
 * @param number from 1, without gaps
 * @param last the last event under it
 * @param events how many are under it that are under none before
 * @param hash keyed with the district's secret, over these events and the stamp before, in hexadecimal
 */
public record EventSeal(int number, Instant at, Place last, long events, String hash) {

    private static final int HASH_DIGITS = 12;
    private static final Pattern CODE = Pattern.compile("(\\d{1,9})-([0-9a-f]{" + HASH_DIGITS + "})");

    /** Before all events. */
    static final EventSeal NONE = new EventSeal(0, Instant.EPOCH, Place.BEGINNING, 0, OrderJson.INITIAL_HASH);

    /** What names it, short enough to be written down by hand: its number and the beginning of its hash. */
    public String code() {
        return number + "-" + hash.substring(0, HASH_DIGITS);
    }

    /** The number of a stamp whose code was written down, and the beginning of its hash. */
    record Code(int number, String hashPrefix) {

        static Optional<Code> parse(String text) {
            var code = CODE.matcher(text.strip().toLowerCase(Locale.ROOT));
            return code.matches()
                    ? Optional.of(new Code(Integer.parseInt(code.group(1)), code.group(2)))
                    : Optional.empty();
        }

        boolean matches(EventSeal stamp) {
            return stamp.number() == number && stamp.hash().startsWith(hashPrefix);
        }
    }
}
