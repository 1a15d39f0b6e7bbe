package org.liudan.api;

import java.time.Instant;
import java.util.Optional;
import org.liudan.orders.stream.StreamedEvent;

/**
 * An event of an order, as programs read it.
 *
 * @param id its position in the stream; reading can continue from it
 * @param number 1 for the first event of the order
 * @param by {@code officer}, {@code resident}, {@code machine} or {@code order}
 * @param step the step of the order after the event
 * @param href the path of the order in the API
 */
public record EventFacts(
        String id,
        String order,
        int number,
        String method,
        String action,
        Instant at,
        String by,
        Optional<String> unit,
        Optional<String> post,
        String step,
        String href) {

    public static EventFacts of(StreamedEvent event) {
        return new EventFacts(
                event.place().toString(),
                event.order(),
                event.number(),
                event.method(),
                event.action(),
                event.at(),
                event.by(),
                event.unit(),
                event.post(),
                event.step(),
                "/api/v1/orders/" + event.order());
    }
}
