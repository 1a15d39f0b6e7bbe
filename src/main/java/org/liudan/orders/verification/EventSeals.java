package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.LocalizedText;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.stream.EventStream;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stamps all that has happened over the seam, each stamp over the one before, and finds stamps that no longer fit what lies under
 * them. The chain of an order shows what was changed in it; the stamps show also that a whole order is gone, or was written anew.
 * See {@code docs/decisions/0025-stamps-over-the-seam.md}.
 */
@Component
public class EventSeals {

    private static final int MOST = 50_000;

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('seam stamps', :district))";
    private static final String STAMPS = """
            select number, at, position, order_id, event, events, encode(hash, 'hex') as hash
            from event_seal
            where district_id = :district
            """;
    private static final String LAST = STAMPS + "order by number desc limit 1";
    private static final String ALL = STAMPS + "order by number";
    private static final String UNDER = """
            select count(*) as events,
                (array_agg(position || '.' || order_id || '.' || number order by position desc, order_id desc, number desc))[1] as last,
                encode(sha256(coalesce(string_agg(
                    int8send(order_id) || int4send(number) || hash, '' order by position, order_id, number), '')), 'hex') as digest
            from (
                select position, order_id, number, hash
                from order_event
                where district_id = :district
                    and (position, order_id, number) > (:position, :order, :event)
                    and (position, order_id, number) <= (:lastPosition, :lastOrder, :lastEvent)
                order by position, order_id, number
                limit :most
            ) as under
            """;
    private static final String KEEP = """
            insert into event_seal (district_id, number, at, position, order_id, event, events, hash)
            values (:district, :number, :at, :position, :order, :event, :events, decode(:hash, 'hex'))
            """;

    /**
     * What came of looking at all stamps.
     *
     * @param events how many events are under them
     * @param broken those that don't fit
     */
    public record Looked(int stamps, long events, Optional<EventSeal> last, List<LocalizedText> broken) {

        public boolean sound() {
            return broken.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventStream happenings;
    private final Directories directories;
    private final Seals seals;
    private final Clock clock;

    EventSeals(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            EventStream happenings,
            Directories directories,
            Seals seals,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.happenings = happenings;
        this.directories = directories;
        this.seals = seals;
        this.clock = clock;
    }

    /** Stamps what has happened since the last stamp, unless another process does. Answers how many stamps it made. */
    public int sealNewEvents() {
        int made = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> alone() && next()))) {
            made++;
        }
        return made;
    }

    /**
     * Looks at all stamps.
     *
     * @param written the code of a stamp that somebody wrote down earlier; empty for none
     */
    public Looked look(String written) {
        var broken = new ArrayList<LocalizedText>();
        var code = EventSeal.Code.parse(written);
        boolean met = false;
        var before = EventSeal.NONE;
        long events = 0;
        for (var stamp : jdbc.sql(ALL)
                .param("district", directories.district())
                .query((row, number) -> read(row))
                .list()) {
            for (int missing = before.number() + 1; missing < stamp.number(); missing++) {
                broken.add(new LocalizedText("第 " + missing + " 枚骑缝章没有了", "stamp " + missing + " is missing"));
            }
            look(before, stamp).ifPresent(broken::add);
            met |= code.filter(one -> one.matches(stamp)).isPresent();
            events += stamp.events();
            before = stamp;
        }
        if (!written.isBlank() && !met) {
            broken.add(new LocalizedText(
                    "抄下的骑缝码 " + written.strip() + " 与现有的对不上，盖章以后记录被重写过，或者抄错了",
                    "there is no stamp " + written.strip()
                            + ": records were written anew since it was written down, or it was written down wrongly"));
        }
        return new Looked(
                before.number(), events, before.number() > 0 ? Optional.of(before) : Optional.empty(), broken);
    }

    private boolean next() {
        int district = directories.district();
        var before = jdbc.sql(LAST)
                .param("district", district)
                .query((row, number) -> read(row))
                .optional()
                .orElse(EventSeal.NONE);
        var settled = new Place(happenings.now().position() - 1, Long.MAX_VALUE, Integer.MAX_VALUE);
        var under = under(before.last(), settled, MOST);
        if (under.last().isEmpty()) {
            return false;
        }
        var stamp = stamped(
                before,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                under.last().get(),
                under);
        return jdbc.sql(KEEP)
                        .param("district", district)
                        .param("number", stamp.number())
                        .param("at", OrderColumns.utc(stamp.at()))
                        .param("position", stamp.last().position())
                        .param("order", stamp.last().order())
                        .param("event", stamp.last().number())
                        .param("events", stamp.events())
                        .param("hash", stamp.hash())
                        .update()
                == 1;
    }

    private boolean alone() {
        return directories.district() != 0
                && jdbc.sql(ALONE)
                        .param("district", directories.district())
                        .query(Boolean.class)
                        .single();
    }

    /** What is wrong with a stamp, given the one before as it is kept, so that only the first that doesn't fit is named. */
    private Optional<LocalizedText> look(EventSeal before, EventSeal stamp) {
        var under = under(before.last(), stamp.last(), Math.toIntExact(Math.min(stamp.events(), MOST)) + 1);
        if (stamped(before, stamp.at(), stamp.last(), under).equals(stamp)) {
            return Optional.empty();
        }
        var zh = "第 " + stamp.number() + " 枚骑缝章（" + stamp.at() + "）";
        var en = "stamp " + stamp.number() + " of " + stamp.at() + " ";
        return Optional.of(
                under.events() == stamp.events()
                        ? new LocalizedText(
                                zh + "下的流转记录被改过或换过，或者章被改过",
                                en + "doesn't fit: an event under it, or the stamp, was changed")
                        : new LocalizedText(
                                zh + "下应有流转记录 " + stamp.events() + " 条，现有 "
                                        + (under.events() > stamp.events() ? "更多" : under.events() + " 条"),
                                en + "was over " + stamp.events() + " events, of which there are "
                                        + (under.events() > stamp.events() ? "more" : under.events())));
    }

    /** Events that follow one another: how many, the last of them, a hash of all. */
    private record SealedRange(long events, Optional<Place> last, String digest) {}

    private SealedRange under(Place after, Place last, int most) {
        return jdbc.sql(UNDER)
                .param("district", directories.district())
                .param("position", after.position())
                .param("order", after.order())
                .param("event", after.number())
                .param("lastPosition", last.position())
                .param("lastOrder", last.order())
                .param("lastEvent", last.number())
                .param("most", most)
                .query((row, number) -> new SealedRange(
                        row.getLong("events"),
                        Optional.ofNullable(row.getString("last")).flatMap(Place::parse),
                        row.getString("digest")))
                .single();
    }

    private EventSeal stamped(EventSeal before, Instant at, Place last, SealedRange under) {
        int number = before.number() + 1;
        var text = String.join(
                " ",
                before.hash(),
                String.valueOf(directories.district()),
                String.valueOf(number),
                String.valueOf(at.toEpochMilli()),
                last.toString(),
                String.valueOf(under.events()),
                under.digest());
        return new EventSeal(number, at, last, under.events(), HexFormat.of().formatHex(seals.hash("stamp", text)));
    }

    private static EventSeal read(ResultSet row) throws SQLException {
        return new EventSeal(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Place(row.getLong("position"), row.getLong("order_id"), row.getInt("event")),
                row.getLong("events"),
                row.getString("hash"));
    }
}
