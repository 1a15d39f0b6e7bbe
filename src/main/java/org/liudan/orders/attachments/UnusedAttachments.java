package org.liudan.orders.attachments;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files sent with a form that nothing came of: they wait a day for the form to be sent again, and go. */
@Component
public class UnusedAttachments {

    public static final Duration KEPT_FOR = Duration.ofDays(1);
    /** So that what was looked at every hour of a month is not looked at for ever. */
    private static final Duration CHECKED_FOR = Duration.ofDays(31);

    private static final String DELETE = """
            delete from order_attachment f
            where f.district_id = :district
              and f.stored_at < :before
              and f.stored_at > :after
              and not exists (
                  select from order_event e
                  where e.district_id = f.district_id and e.order_id = f.order_id and position(f.id in e.body) > 0)
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    UnusedAttachments(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /** Answers how many went. */
    public int clear() {
        var before = clock.instant().minus(KEPT_FOR);
        return jdbc.sql(DELETE)
                .param("district", directories.district())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("after", before.minus(CHECKED_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }
}
