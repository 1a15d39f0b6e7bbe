package org.liudan.orders.attachments;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes attachments of forms that were never accepted, one day after they were stored. */
@Component
public class UnusedAttachments {

    /** How long an attachment is kept while no event refers to it. */
    public static final Duration KEPT_FOR = Duration.ofDays(1);
    /** Older attachments are not checked again: they were checked every hour for a month. */
    private static final Duration CHECKED_FOR = Duration.ofDays(31);

    private static final String DELETE = """
            delete from order_attachment a
            where a.district_id = :district
              and a.stored_at < :before
              and a.stored_at > :after
              and not exists (
                  select from order_event e
                  where e.district_id = a.district_id and e.order_id = a.order_id and position(a.id in e.body) > 0)
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    UnusedAttachments(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /** Returns how many attachments were deleted. */
    public int clear() {
        var before = clock.instant().minus(KEPT_FOR);
        return jdbc.sql(DELETE)
                .param("district", directories.district())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("after", before.minus(CHECKED_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }
}
