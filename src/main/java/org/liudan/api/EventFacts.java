package org.liudan.api;

import java.time.Instant;
import java.util.Optional;
import org.liudan.orders.stream.StreamedEvent;

/**
 * What happened in an order.
 *
 * @param id its place in the stream, from which to read on
 * @param number 1 for the first event of the order
 * @param by {@code officer}, {@code resident}, {@code machine} or {@code order}
 * @param step where the order stood after it
 * @param href where to read the order
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

    public static EventFacts of(StreamedEvent one) {
        return new EventFacts(
                one.place().toString(),
                one.order(),
                one.number(),
                one.method(),
                one.action(),
                one.at(),
                one.by(),
                one.unit(),
                one.post(),
                one.step(),
                "/api/v1/orders/" + one.order());
    }
}
