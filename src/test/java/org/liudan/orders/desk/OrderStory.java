package org.liudan.orders.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liudan.orders.store.OrderJson;
import org.liudan.privacy.Seals;

/**
 * A life that can be told again of another order: the same events on other days, at another place, of another person.
 *
 * @param raised when the one was raised that it is taken from
 * @param events what happened, each as a text with gaps
 */
record OrderStory(Instant raised, List<List<OrderStory.Piece>> events) {

    private static final Pattern GAP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z|sealed:[A-Za-z0-9+/=]+|"
                    + Pattern.quote(OrderStories.PLACE) + "|" + Pattern.quote(OrderStories.POINT));

    /** What a copy has for its own. */
    record Own(long later, String place, String point, String sealedPhone) {}

    /** A piece of an event's text. */
    interface Piece {
        String in(Own own);
    }

    static OrderStory of(List<String> bodies, Seals seals) {
        return new OrderStory(
                OrderJson.event(bodies.get(0)).at(),
                bodies.stream().map(body -> pieces(body, seals)).toList());
    }

    /** The texts of its events as they are for another. */
    List<String> told(Own own) {
        return events.stream()
                .map(pieces -> {
                    var body = new StringBuilder(1_000);
                    pieces.forEach(piece -> body.append(piece.in(own)));
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
            pieces.add(own -> before);
            pieces.add(piece(gaps.group(), seals));
            from = gaps.end();
        }
        var rest = body.substring(from);
        pieces.add(own -> rest);
        return pieces;
    }

    private static Piece piece(String found, Seals seals) {
        if (found.equals(OrderStories.PLACE)) {
            return Own::place;
        }
        if (found.equals(OrderStories.POINT)) {
            return Own::point;
        }
        if (found.startsWith("sealed:")) {
            return seals.open(found).matches("\\d{11}") ? Own::sealedPhone : own -> found;
        }
        var at = Instant.parse(found);
        return own -> at.plusSeconds(own.later()).toString();
    }
}
