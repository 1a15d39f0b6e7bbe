package org.liudan.patrols;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.liudan.registers.SubjectFilter;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has how much to visit, of what somebody may see. */
@Component
class Keepers {

    static final int MOST = 200;

    private static final String COUNT = """
            select o.method as register, coalesce(o.keeper, '') as keeper,
                count(*) filter (where o.due_at < :now) as overdue,
                count(*) filter (where o.due_at >= :now and o.due_at < :soon) as soon,
                count(*) filter (where o.visits = 0) as never
            from subject o
            where o.district_id = :district
                and o.method = any(:registers)
                and o.closed is null
                and (o.due_at < :soon or o.visits = 0)
                and (%s)
            group by 1, 2
            order by 3 desc, 5 desc, 4 desc, 1, 2
            limit :most
            """;

    /** What one keeper has to visit on one register. */
    record Keeper(String register, String keeper, long overdue, long soon, long never) {

        /** The list behind a number. */
        String address(String tab) {
            return new SubjectFilter(register, Map.of("keeper", keeper, "tab", tab)).address();
        }
    }

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Clock clock;

    Keepers(JdbcClient jdbc, Rulebook rulebook, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.directories = directories;
        this.clock = clock;
    }

    /** The longest lists of what is overdue first. */
    List<Keeper> of(Viewer viewer) {
        var sight = Visibility.of(viewer, directories.current());
        return jdbc.sql(COUNT.formatted(sight.anySubject()))
                .param("district", directories.district())
                .param("registers", cycled().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("soon", clock.instant().plus(SubjectFilter.SOON).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .params(sight.params())
                .query(Keeper.class)
                .list();
    }

    private List<String> cycled() {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> register.register().orElseThrow().cycle().isPresent())
                .map(Method::id)
                .toList();
    }
}
