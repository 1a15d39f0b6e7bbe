package org.liudan.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.liudan.web.UnreadCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices of a post: orders that arrived, that are urgent, or that were escalated to it. */
@Component
class Notices implements UnreadCount {

    private static final int MAX_SHOWN = 100;
    private static final String COUNT = """
            select count(*)
            from (
                select from outbox
                where district_id = :district and unit = :unit and post = :post and seen_at is null
                limit 100
            ) as unseen
            """;
    private static final String LATEST = """
            select n.id, n.action, n.at, n.seen_at is null as fresh, o.id as order_id, o.raised_at, o.title, o.method,
                o.method_version
            from outbox n
            join orders o on o.district_id = n.district_id and o.id = n.order_id
            where n.district_id = :district and n.unit = :unit and n.post = :post and (%s)
            order by n.id desc
            limit\s""";
    private static final String MARK_SEEN = """
            update outbox
            set seen_at = :now
            where district_id = :district and unit = :unit and post = :post and seen_at is null and id <= :last
            """;

    /**
     * One notice.
     *
     * @param eventKind the id of the action or the kind of event that caused it
     * @param order the id of the order
     * @param version the version of the method
     */
    record Notice(
            long id,
            String eventKind,
            Instant at,
            boolean unread,
            long order,
            Instant raisedAt,
            String title,
            String method,
            int version) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    Notices(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    @Override
    public int count(Viewer viewer) {
        return seat(jdbc.sql(COUNT), viewer).query(Integer.class).single();
    }

    List<Notice> latest(Viewer viewer) {
        var visibility = Visibility.of(viewer, directories.current());
        return seat(jdbc.sql(LATEST.formatted(visibility.anyOrder()) + MAX_SHOWN), viewer)
                .params(visibility.params())
                .query((row, number) -> new Notice(
                        row.getLong("id"),
                        row.getString("action"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("fresh"),
                        row.getLong("order_id"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        row.getString("title"),
                        row.getString("method"),
                        row.getInt("method_version")))
                .list();
    }

    /** Marks all notices up to this id as seen. */
    void markSeen(Viewer viewer, long lastId) {
        seat(jdbc.sql(MARK_SEEN), viewer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("last", lastId)
                .update();
    }

    private JdbcClient.StatementSpec seat(JdbcClient.StatementSpec statement, Viewer viewer) {
        return statement
                .param("district", directories.district())
                .param("unit", viewer.seat().unit())
                .param("post", viewer.seat().post());
    }
}
