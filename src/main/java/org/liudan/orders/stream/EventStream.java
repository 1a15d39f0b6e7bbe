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
 * What happened over all orders, in an order that never changes and without gaps. Only what can no longer be overtaken is
 * told: an event whose transaction began before the oldest that still runs. See
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
            limit :most
            """;

    /**
     * What happened after a place.
     *
     * @param next from where to read on
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

    /** Where what happens from now on will stand. */
    public Place now() {
        return new Place(jdbc.sql(SETTLED).query(Long.class).single(), 0, 0);
    }

    /** What happened after a place in the orders that somebody may see now. */
    public EventPage after(Place place, Viewer viewer, int most) {
        var settled = now();
        var directory = directories.current();
        var sight = Visibility.of(viewer, directory);
        var calendar = calendars.current();
        var found = jdbc.sql(READ.formatted(sight.anyOrder()))
                .param("district", directory.district())
                .param("position", place.position())
                .param("order", place.order())
                .param("number", place.number())
                .param("settled", settled.position())
                .param("most", most)
                .params(sight.params())
                .query((row, number) -> event(row, calendar))
                .list();
        // whoever sees little must not look through everything again each time
        return found.size() < most
                ? new EventPage(found, settled.compareTo(place) > 0 ? settled : place)
                : new EventPage(found, found.get(found.size() - 1).place());
    }

    private static StreamedEvent event(ResultSet row, WorkingCalendar calendar) throws SQLException {
        var event = OrderJson.event(row.getString("body"));
        var officer = event.by() instanceof Actor.Officer one ? Optional.of(one) : Optional.<Actor.Officer>empty();
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
