package org.liudan.orders;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Actor;
import org.liudan.engine.Change;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Event;
import org.liudan.engine.Order;
import org.liudan.engine.Seat;
import org.liudan.people.Directory;
import org.liudan.people.Seals;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders: everything that one action changes, in one statement. */
@Component
class OrderStore {

    private static final String READ = """
            select o.state, encode(o.hash, 'hex') as hash, e.number is not null as requested
            from orders o
            left join order_event e
                on e.district_id = o.district_id and e.request = :request and e.order_id = o.id
            where o.district_id = :district and o.id = :id
            """;
    private static final String REQUESTED = """
            select o.state, encode(o.hash, 'hex') as hash, true as requested
            from order_event e
            join orders o on o.district_id = e.district_id and o.id = e.order_id
            where e.district_id = :district and e.request = :request
            """;
    private static final String INSERT_ORDER = """
            with moved as (
                insert into orders (district_id, id, method, method_version, events, hash, raised_at, changed_at,
                    step, ring, holder_unit, holder_post, closed, title, region, street, community, department,
                    channel, category, grade, rating, supervised, due_at, warn_at, alarm_at, settled, took, state)
                values (:district, :id, :method, :version, :events, decode(:hash, 'hex'), :raisedAt, :changedAt,
                    :step, :ring, :holderUnit, :holderPost, :closed, :title, :region, :street, :community, :department,
                    :channel, :category, :grade, :rating, :supervised, cast(:dueAt as timestamptz),
                    cast(:warnAt as timestamptz), cast(:alarmAt as timestamptz), :settled,
                    cast(:took as bigint), :state)
                returning id
            ), door as (
                insert into order_door (district_id, order_id, tracking, grams)
                select :district, id, :tracking, array(select json_array_elements_text(:grams::json)) from moved
            ), contact as (
                insert into order_contact (district_id, hash, order_id)
                select :district, decode(hash, 'hex'), id from moved, json_array_elements_text(:contacts::json) as hash
                on conflict do nothing
            ),
            """;
    private static final String UPDATE_ORDER = """
            with moved as (
                update orders
                set events = :events, hash = decode(:hash, 'hex'), changed_at = :changedAt, step = :step, ring = :ring,
                    holder_unit = :holderUnit, holder_post = :holderPost, closed = :closed, title = :title,
                    region = :region, street = :street, community = :community, department = :department,
                    channel = :channel, category = :category, grade = :grade, rating = :rating,
                    supervised = :supervised, due_at = cast(:dueAt as timestamptz),
                    warn_at = cast(:warnAt as timestamptz), alarm_at = cast(:alarmAt as timestamptz),
                    settled = :settled, took = cast(:took as bigint), state = :state
                where district_id = :district and id = :id and events = :seen
                returning id
            ),
            """;
    private static final String WITH_IT = """
            happened as (
                insert into order_event (district_id, order_id, number, action, at, account, unit, step, request,
                    body, hash)
                select :district, id, e.number, e.action, e.at, e.account, e.unit, e.step, e.request, e.body,
                    decode(e.hash, 'hex')
                from moved, json_to_recordset(:happened::json) as e (number integer, action text, at timestamptz,
                    account text, unit text, step text, request text, body text, hash text)
            ), ticked as (
                insert into order_clock (district_id, order_id, clock, run, unit, started_at, due_at, settled, paused,
                    warned_at, breached_at, escalated, ended_at)
                select :district, id, c.clock, c.run, c.unit, c.started_at, c.due_at, c.settled, c.paused,
                    c.warned_at, c.breached_at, c.escalated, c.ended_at
                from moved, json_to_recordset(:clocks::json) as c (clock text, run integer, unit text,
                    started_at timestamptz, due_at timestamptz, settled boolean, paused boolean, warned_at timestamptz,
                    breached_at timestamptz, escalated integer, ended_at timestamptz)
                on conflict (district_id, order_id, clock, run) do update
                set due_at = excluded.due_at, settled = excluded.settled, paused = excluded.paused,
                    warned_at = excluded.warned_at, breached_at = excluded.breached_at,
                    escalated = excluded.escalated, ended_at = excluded.ended_at
            ), joined as (
                insert into order_party (district_id, order_id, unit, party)
                select :district, id, p.unit, p.party
                from moved, json_to_recordset(:parties::json) as p (unit text, party text)
                on conflict do nothing
            ), told as (
                insert into outbox (district_id, order_id, number, what, unit, post, at)
                select :district, id, t.number, t.what, t.unit, t.post, t.at
                from moved, json_to_recordset(:told::json) as t (number integer, what text, unit text, post text,
                    at timestamptz)
            )
            select count(*) from moved
            """;

    private static final String INSERT = INSERT_ORDER + WITH_IT;
    private static final String UPDATE = UPDATE_ORDER + WITH_IT;

    private record EventRow(
            int number,
            String action,
            String at,
            @Nullable String account,
            @Nullable String unit,
            String step,
            @Nullable String request,
            String body,
            String hash) {}

    record ClockRow(
            String clock,
            int run,
            String unit,
            String startedAt,
            String dueAt,
            boolean settled,
            boolean paused,
            @Nullable String warnedAt,
            @Nullable String breachedAt,
            int escalated,
            @Nullable String endedAt) {

        static ClockRow of(ClockRun run) {
            return new ClockRow(
                    run.clock(),
                    run.run(),
                    run.unit(),
                    run.startedAt().toString(),
                    run.dueAt().toString(),
                    run.settled(),
                    run.paused(),
                    run.warnedAt().map(Object::toString).orElse(null),
                    run.breachedAt().map(Object::toString).orElse(null),
                    run.escalated(),
                    run.endedAt().map(Object::toString).orElse(null));
        }
    }

    private record PartyRow(String unit, String party) {}

    private record ToldRow(int number, String what, String unit, String post, String at) {}

    private final JdbcClient jdbc;
    private final Seals seals;

    OrderStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** An order, and whether a request is among its events. */
    Optional<Stored> read(int district, long id, @Nullable String request) {
        return jdbc.sql(READ)
                .param("district", district)
                .param("id", id)
                .param("request", typed(request))
                .query((row, number) -> stored(row))
                .optional();
    }

    /** The order that a request was done on. */
    Optional<Stored> requested(int district, String request) {
        return jdbc.sql(REQUESTED)
                .param("district", district)
                .param("request", request)
                .query((row, number) -> stored(row))
                .optional();
    }

    /**
     * Writes what happened, unless somebody else wrote first.
     *
     * @param before the order on which it was decided
     * @return false when the order has moved on since; then nothing is written
     */
    boolean write(Directory directory, Stored before, Order after, List<Event> events, @Nullable String request) {
        int district = directory.district();
        var rows = new ArrayList<EventRow>();
        var hash = before.hash();
        var step = before.order();
        for (var event : events) {
            step = step.after(event);
            var body = OrderJson.write(event);
            hash = OrderJson.hash(hash, district, after.id(), body);
            var officer = event.by() instanceof Actor.Officer by ? by : null;
            rows.add(new EventRow(
                    event.number(),
                    event.action(),
                    event.at().toString(),
                    officer == null ? null : officer.person(),
                    officer == null ? null : officer.unit(),
                    step.step(),
                    rows.isEmpty() ? request : null,
                    body,
                    hash));
        }
        var parameters = Columns.of(after, directory).parameters();
        parameters.replaceAll((name, value) -> value instanceof Boolean ? value : typed(value));
        parameters.put("district", district);
        parameters.put("id", after.id());
        parameters.put("events", after.events());
        parameters.put("hash", hash);
        parameters.put("changedAt", Columns.utc(after.changedAt()));
        parameters.put("state", OrderJson.write(after));
        parameters.put("happened", OrderJson.ROWS.writeValueAsString(rows));
        parameters.put("clocks", OrderJson.ROWS.writeValueAsString(clocks(before.order(), after)));
        parameters.put("parties", OrderJson.ROWS.writeValueAsString(parties(before.order(), after)));
        parameters.put("told", OrderJson.ROWS.writeValueAsString(told(events)));
        var raising = before.order().events() == 0;
        if (raising) {
            raised(after, parameters);
        } else {
            parameters.put("seen", before.order().events());
        }
        return jdbc.sql(raising ? INSERT : UPDATE)
                        .params(parameters)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * A text with its type given, even when it is missing: a parameter whose type changed from one call to the next
     * would have the server parse and plan the statement anew each time.
     */
    private static SqlParameterValue typed(@Nullable Object value) {
        return new SqlParameterValue(Types.VARCHAR, value == null ? null : value.toString());
    }

    private void raised(Order order, Map<String, @Nullable Object> parameters) {
        parameters.put("method", order.method());
        parameters.put("version", order.version());
        parameters.put("raisedAt", Columns.utc(order.raisedAt()));
        int district = (int) Objects.requireNonNull(parameters.get("district"));
        parameters.put("tracking", TrackingCode.of(district, order.id(), seals).key(seals));
        parameters.put(
                "grams",
                OrderJson.ROWS.writeValueAsString(
                        Grams.of(order.text("title") + " " + order.text("content") + " " + order.text("place"))));
        parameters.put(
                "contacts",
                OrderJson.ROWS.writeValueAsString(Stream.of("phone", "id-number")
                        .map(order::text)
                        .filter(value -> !value.isEmpty())
                        .map(value -> HexFormat.of().formatHex(seals.hash("contact", seals.open(value))))
                        .toList()));
    }

    private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Stored(OrderJson.order(row.getString("state")), row.getString("hash"), row.getBoolean("requested"));
    }

    private static List<ClockRow> clocks(Order before, Order after) {
        return after.clocks().stream()
                .filter(run -> !before.clocks().contains(run))
                .map(ClockRow::of)
                .toList();
    }

    private static List<PartyRow> parties(Order before, Order after) {
        return after.parties().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.parties().get(entry.getKey())))
                .map(entry -> new PartyRow(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static List<ToldRow> told(List<Event> events) {
        var told = new ArrayList<ToldRow>();
        for (var event : events) {
            for (var change : event.changes()) {
                if (change instanceof Change.Held held) {
                    told.add(row(event, held.seat()));
                } else if (change instanceof Change.Told one) {
                    told.add(row(event, one.seat()));
                }
            }
        }
        return told;
    }

    private static ToldRow row(Event event, Seat seat) {
        return new ToldRow(
                event.number(),
                event.action(),
                seat.unit(),
                seat.post(),
                event.at().toString());
    }
}
