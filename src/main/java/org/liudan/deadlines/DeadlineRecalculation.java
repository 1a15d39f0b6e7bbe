package org.liudan.deadlines;

import java.util.List;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.settings.CalendarChanged;
import org.liudan.settings.Calendars;
import org.liudan.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recalculates the clocks of all open orders when the calendar has changed. Every process that hears of a change does it, because
 * it may have decided by the old calendar; after a start it is done for a change that no process has finished.
 */
@Component
public class DeadlineRecalculation {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRecalculation.class);
    private static final int BATCH = 50;
    /** The setting with the fingerprint of the calendar that all clocks follow. */
    private static final String CALENDAR_SETTING = "clocks-follow-calendar";

    private static final String CLAIM = """
            select id
            from %s
            where district_id = :district and closed is null and id > :after
            order by id
            limit :batch
            for update
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final OrderDesk desk;
    private final Directories directories;
    private final Calendars calendars;
    private final Settings settings;
    private volatile boolean changed;

    DeadlineRecalculation(
            JdbcClient jdbc,
            Claims claims,
            OrderDesk desk,
            Directories directories,
            Calendars calendars,
            Settings settings) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.desk = desk;
        this.directories = directories;
        this.calendars = calendars;
        this.settings = settings;
    }

    @EventListener
    void changed(CalendarChanged event) {
        changed = true;
    }

    /** Recalculates the clocks if necessary; returns the number of orders and subjects with new deadlines. */
    public synchronized int catchUp() {
        if (!changed && (directories.district() == 0 || isUpToDate())) {
            return 0;
        }
        changed = false;
        try {
            // another process may have replaced the calendar
            calendars.reload();
            var calendar = calendars.fingerprint();
            int moved = recalculateAll();
            settings.put(CALENDAR_SETTING, calendar, null);
            return moved;
        } catch (RuntimeException failure) {
            changed = true;
            throw failure;
        }
    }

    private boolean isUpToDate() {
        return settings.value(CALENDAR_SETTING)
                .filter(calendars.fingerprint()::equals)
                .isPresent();
    }

    private int recalculateAll() {
        int moved = Claims.TABLES.stream().mapToInt(this::recalculateAll).sum();
        LOG.info("日历已变更，{} 个诉求重算了期限 / The calendar has changed; {} orders have new deadlines", moved, moved);
        return moved;
    }

    private int recalculateAll(String table) {
        int moved = 0;
        long last = 0;
        while (true) {
            long after = last;
            var result = claims.work(() -> claim(table, after), desk::redate);
            if (result.claimed().isEmpty()) {
                return moved;
            }
            moved += result.moved().size();
            last = result.claimed().get(result.claimed().size() - 1);
        }
    }

    private List<Long> claim(String table, long after) {
        return jdbc.sql(CLAIM.formatted(table))
                .param("district", directories.district())
                .param("after", after)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }
}
