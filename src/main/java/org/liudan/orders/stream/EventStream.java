package org.liudan.orders.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.order.Actor;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events of all orders, in a sequence that never changes and has no gaps. An event appears only when no other event can still
 * get a position before it: when its transaction began before the oldest one that is still running. See
 * {@code docs/decisions/0007-the-stream-of-events.md}.
 */
@Component
public class EventStream {

    private static final String SETTLED =
            "select event_offset() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String READ = """
            select e.position, e.order_id, e.number, e.body, e.step, o.method, o.raised_at
            from order_event e
            join orders o on o.district_id = e.district_id and o.id = e.order_id
            where e.district_id = :district
                and (e.position, e.order_id, e.number) > (:position, :order, :number)
                and e.position < :settled
                and (%s)
            order by e.position, e.order_id, e.number
            limit :limit
            """;

    /**
     * Events after a position.
     *
     * @param next the position from which to continue
     */
    public record EventPage(List<StreamedEvent> happenings, Place next) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Calendars calendars;

    EventStream(JdbcClient jdbc, Directories directories, Calendars calendars) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.calendars = calendars;
    }

    /** The position after which all later events will appear. */
    public Place now() {
        return new Place(jdbc.sql(SETTLED).query(Long.class).single(), 0, 0);
    }

    /**
     * The events after a position, of the orders that a viewer may see now.
     *
     * @param limit how many events to return at most
     */
    public EventPage after(Place position, Viewer viewer, int limit) {
        var settled = now();
        var directory = directories.current();
        var visibility = Visibility.of(viewer, directory);
        var calendar = calendars.current();
        var events = jdbc.sql(READ.formatted(visibility.anyOrder()))
                .param("district", directory.district())
                .param("position", position.position())
                .param("order", position.order())
                .param("number", position.number())
                .param("settled", settled.position())
                .param("limit", limit)
                .params(visibility.params())
                .query((row, number) -> event(row, calendar))
                .list();
        // a viewer who sees few events must not scan all others again each time
        return events.size() < limit
                ? new EventPage(events, settled.compareTo(position) > 0 ? settled : position)
                : new EventPage(events, events.get(events.size() - 1).place());
    }

    private static StreamedEvent event(ResultSet row, WorkingCalendar calendar) throws SQLException {
        var event = OrderJson.event(row.getString("body"));
        var officer = event.by() instanceof Actor.Officer by ? Optional.of(by) : Optional.<Actor.Officer>empty();
        return new StreamedEvent(
                new Place(row.getLong("position"), row.getLong("order_id"), row.getInt("number")),
                OrderNumber.of(
                                row.getLong("order_id"),
                                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                calendar)
                        .text(),
                event.number(),
                row.getString("method"),
                event.action(),
                event.at(),
                actorKind(event.by()),
                officer.map(Actor.Officer::unit),
                officer.map(Actor.Officer::post),
                row.getString("step"));
    }

    private static String actorKind(Actor by) {
        if (by instanceof Actor.Officer) {
            return "officer";
        }
        return by instanceof Actor.Resident ? "resident" : by instanceof Actor.Machine ? "machine" : "order";
    }
}
