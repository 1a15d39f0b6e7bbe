package org.liudan.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.identity.SignedIn;
import org.liudan.orders.stream.EventStream;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The events of the orders that a post may see, in order, as a stream or page by page. A program can continue after any event. */
@RestController
class EventCalls {

    private static final int PAGE_SIZE = 200;

    /**
     * A page of events.
     *
     * @param after the position after which the next page begins
     * @param more true if more events are already there
     */
    record EventList(List<EventFacts> events, String after, boolean more) {}

    private final EventStream events;
    private final ServerSentEvents streams;

    EventCalls(EventStream events, ServerSentEvents streams) {
        this.events = events;
        this.streams = streams;
    }

    /** Begins after the named event; without one it begins with events from now on. */
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        var from = place(last, "Last-Event-ID").or(() -> place(after, "after")).orElseGet(events::now);
        return streams.open(SignedIn.required(), from);
    }

    /** Begins after the named event; without one it begins with the first event. */
    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    EventList page(@RequestParam(required = false) @Nullable String after) {
        var read = events.after(place(after, "after").orElse(Place.BEGINNING), SignedIn.required(), PAGE_SIZE);
        return new EventList(
                read.happenings().stream().map(EventFacts::of).toList(),
                read.next().toString(),
                read.happenings().size() == PAGE_SIZE);
    }

    private static Optional<Place> place(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Place.parse(text).or(() -> {
            throw ApiRefusal.invalidField(name, text.length() > 60 ? text.substring(0, 60) : text);
        });
    }
}
