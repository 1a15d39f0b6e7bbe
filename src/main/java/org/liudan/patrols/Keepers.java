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

/** Counts the overdue and soon due subjects of each keeper, among the subjects that a viewer may see. */
@Component
class Keepers {

    static final int MAX_ROWS = 200;

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
            limit :limit
            """;

    /**
     * The subjects that one keeper must visit on one register.
     *
     * @param never the number of subjects that were never visited
     */
    record Keeper(String register, String keeper, long overdue, long soon, long never) {

        /** Returns the address of the list of the counted subjects. */
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

    /** Returns the counts of each keeper, the most overdue subjects first. */
    List<Keeper> of(Viewer viewer) {
        var visibility = Visibility.of(viewer, directories.current());
        return jdbc.sql(COUNT.formatted(visibility.anySubject()))
                .param("district", directories.district())
                .param("registers", registersWithCycle().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("soon", clock.instant().plus(SubjectFilter.SOON).atOffset(ZoneOffset.UTC))
                .param("limit", MAX_ROWS)
                .params(visibility.params())
                .query(Keeper.class)
                .list();
    }

    private List<String> registersWithCycle() {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> register.register().orElseThrow().cycle().isPresent())
                .map(Method::id)
                .toList();
    }
}
