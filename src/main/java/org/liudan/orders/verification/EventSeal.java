package org.liudan.orders.verification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.stream.StreamedEvent.Place;

/**
 * A seal (骑缝章) over all events up to a position in the stream of events.
 *
 * @param number from 1, without gaps
 * @param at when the seal was made
 * @param last the position of the last event that it covers
 * @param events how many events it covers that no earlier seal covers
 * @param hash the hash over these events and the seal before, keyed with the district's secret, in hexadecimal
 */
public record EventSeal(int number, Instant at, Place last, long events, String hash) {

    private static final int HASH_DIGITS = 12;
    private static final Pattern CODE = Pattern.compile("(\\d{1,9})-([0-9a-f]{" + HASH_DIGITS + "})");

    /** Stands for the seal before the first one. */
    static final EventSeal NONE = new EventSeal(0, Instant.EPOCH, Place.BEGINNING, 0, OrderJson.INITIAL_HASH);

    /** The code of the seal, short enough to write down by hand: its number and the beginning of its hash. */
    public String code() {
        return number + "-" + hash.substring(0, HASH_DIGITS);
    }

    /** A code that was written down: the number of a seal and the beginning of its hash. */
    record Code(int number, String hashPrefix) {

        static Optional<Code> parse(String text) {
            var code = CODE.matcher(text.strip().toLowerCase(Locale.ROOT));
            return code.matches()
                    ? Optional.of(new Code(Integer.parseInt(code.group(1)), code.group(2)))
                    : Optional.empty();
        }

        boolean matches(EventSeal seal) {
            return seal.number() == number && seal.hash().startsWith(hashPrefix);
        }
    }
}
