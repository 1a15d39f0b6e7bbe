package org.liudan.orders.desk;

import java.time.LocalDate;
import java.util.List;
import org.liudan.engine.method.OrderLookup.Kept;
import org.liudan.engine.method.OrderLookup.Surveyed;
import org.liudan.orders.store.OrderJson;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Unit;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders are about which subjects. */
@Component
public class SubjectOrders {

    private static final int MAX_ORDERS = 50;

    private static final String WITHOUT_OPEN_ORDER = """
            select s.id, s.holder_unit, s.state
            from subject s
            where s.district_id = :district and s.method = :register and s.closed is null and s.region = any(:regions)
                and not exists (
                    select
                    from order_subject c
                    join orders o on o.district_id = c.district_id and o.id = c.order_id
                    where c.district_id = s.district_id and c.subject_id = s.id
                        and o.method = :method and o.closed is null)
            order by s.key
            """;
    private static final String COUNT_VISITED = """
            select count(*) as total,
                count(*) filter (where s.raised_at < :since and (s.visited_at is null or s.visited_at < :since)) as left
            from subject s
            where s.district_id = :district and s.method = :register and s.closed is null and s.region = any(:regions)
            """;
    private static final String ABOUT = """
            select order_id
            from order_subject
            where district_id = :district and subject_id = :subject
            order by order_id desc
            limit
            """ + MAX_ORDERS;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Calendars calendars;

    SubjectOrders(JdbcClient jdbc, Directories directories, Calendars calendars) {
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The subjects kept in some regions about which no order of the method is open. */
    List<Kept> withoutOpenOrder(String register, List<String> regions, String method) {
        return jdbc.sql(WITHOUT_OPEN_ORDER)
                .param("district", directories.district())
                .param("register", register)
                .param("regions", regionsIn(regions))
                .param("method", method)
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        row.getString("holder_unit"),
                        OrderJson.order(row.getString("state")).fields()))
                .list();
    }

    /** How many there are in some areas, and how many of them were neither entered nor visited since a day. */
    Surveyed surveyed(String register, List<String> areas, LocalDate since) {
        return jdbc.sql(COUNT_VISITED)
                .param("district", directories.district())
                .param("register", register)
                .param("regions", regionsIn(areas))
                .param(
                        "since",
                        since.atStartOfDay(calendars.current().hours().zone()).toOffsetDateTime())
                .query((row, number) -> new Surveyed(row.getLong("total"), row.getLong("left")))
                .single();
    }

    /** The codes of all regions in some areas, each named by a region or by the unit that serves it. */
    private String[] regionsIn(List<String> areas) {
        var directory = directories.current();
        return areas.stream()
                .map(area -> directory.unit(area).map(Unit::region).orElse(area))
                .flatMap(region -> directory.allWithin(region).stream())
                .toArray(String[]::new);
    }

    /** The latest orders about a subject. */
    public List<Long> about(long subject) {
        return jdbc.sql(ABOUT)
                .param("district", directories.district())
                .param("subject", subject)
                .query(Long.class)
                .list();
    }
}
