package org.liudan.orders;

import java.util.List;
import org.liudan.engine.Fellows.Kept;
import org.liudan.people.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders are about which subjects. */
@Component
class Concerns {

    private static final int SHOWN = 50;

    private static final String KEPT = """
            select s.id, s.holder_unit, s.state
            from subject s
            where s.district_id = :district and s.method = :register and s.closed is null and s.region = any(:regions)
                and not exists (
                    select
                    from order_concern c
                    join orders o on o.district_id = c.district_id and o.id = c.order_id
                    where c.district_id = s.district_id and c.subject_id = s.id
                        and o.method = :method and o.closed is null)
            order by s.key
            """;
    private static final String ABOUT = """
            select order_id
            from order_concern
            where district_id = :district and subject_id = :subject
            order by order_id desc
            limit
            """ + SHOWN;

    private final JdbcClient jdbc;
    private final Directories directories;

    Concerns(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The subjects kept in some regions about which no order of the method is open. */
    List<Kept> kept(String register, List<String> regions, String method) {
        var directory = directories.current();
        var all = regions.stream()
                .flatMap(region -> directory.allWithin(region).stream())
                .toArray(String[]::new);
        return jdbc.sql(KEPT)
                .param("district", directory.district())
                .param("register", register)
                .param("regions", all)
                .param("method", method)
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        row.getString("holder_unit"),
                        OrderJson.order(row.getString("state")).fields()))
                .list();
    }

    /** The latest orders about a subject. */
    List<Long> about(long subject) {
        return jdbc.sql(ABOUT)
                .param("district", directories.district())
                .param("subject", subject)
                .query(Long.class)
                .list();
    }
}
