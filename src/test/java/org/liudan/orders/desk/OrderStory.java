package org.liudan.orders.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liudan.orders.store.OrderJson;
import org.liudan.privacy.Seals;

/**
 * A sample order from which copies are made: the same events on other days, at another place, of another person.
 *
 * @param raised when the sample was raised
 * @param events the JSON of each event, in pieces; some pieces are different in each copy
 */
record OrderStory(Instant raised, List<List<OrderStory.Piece>> events) {

    private static final Pattern GAP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z|sealed:[A-Za-z0-9+/=]+|"
                    + Pattern.quote(OrderStories.PLACE) + "|" + Pattern.quote(OrderStories.POINT));

    /**
     * What is different in a copy.
     *
     * @param later how many seconds later than the sample it happens
     */
    record CopyValues(long later, String place, String point, String sealedPhone) {}

    /** A piece of an event's JSON. */
    interface Piece {
        String in(CopyValues copy);
    }

    static OrderStory of(List<String> bodies, Seals seals) {
        return new OrderStory(
                OrderJson.event(bodies.get(0)).at(),
                bodies.stream().map(body -> pieces(body, seals)).toList());
    }

    /** The JSON of the events of a copy. */
    List<String> bodies(CopyValues copy) {
        return events.stream()
                .map(pieces -> {
                    var body = new StringBuilder(1_000);
                    pieces.forEach(piece -> body.append(piece.in(copy)));
                    return body.toString();
                })
                .toList();
    }

    private static List<Piece> pieces(String body, Seals seals) {
        var pieces = new ArrayList<Piece>();
        var gaps = GAP.matcher(body);
        int from = 0;
        while (gaps.find()) {
            var before = body.substring(from, gaps.start());
            pieces.add(copy -> before);
            pieces.add(piece(gaps.group(), seals));
            from = gaps.end();
        }
        var rest = body.substring(from);
        pieces.add(copy -> rest);
        return pieces;
    }

    private static Piece piece(String found, Seals seals) {
        if (found.equals(OrderStories.PLACE)) {
            return CopyValues::place;
        }
        if (found.equals(OrderStories.POINT)) {
            return CopyValues::point;
        }
        if (found.startsWith("sealed:")) {
            return seals.open(found).matches("\\d{11}") ? CopyValues::sealedPhone : copy -> found;
        }
        var at = Instant.parse(found);
        return copy -> at.plusSeconds(copy.later()).toString();
    }
}
