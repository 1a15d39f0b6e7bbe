package org.liudan.grids;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.engine.method.Reason;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The grids that communities are divided into, and the micro-grids (compounds, buildings) of these: each a region with an
 * office of its own. A street draws those of its communities; every change is written down.
 */
@Component
public class Grids {

    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{Alnum}（）()、· -]{1,30}");
    private static final List<String> DRAWN_BY = List.of("dispatcher", "secretary");

    private static final String HELD = """
            select u.region, pp.post, p.name
            from person_post pp
            join person p on p.district_id = pp.district_id and p.account = pp.account and p.ended_at is null
            join unit u on u.district_id = pp.district_id and u.code = pp.unit and u.kind in ('grid', 'micro-grid')
            where pp.district_id = :district
            order by u.region, pp.post, p.account
            """;
    private static final String NUMBER = """
            select count(*) + 1
            from region
            where district_id = :district and parent = :parent
            """;
    private static final String ADD_REGION = """
            insert into region (district_id, code, name, level, parent)
            values (:district, :code, :name, :level, :parent)
            """;
    private static final String ADD_UNIT = """
            insert into unit (district_id, code, name_zh, name_en, kind, parent, region)
            values (:district, :code, :zh, :en, :level, :parent, :code)
            """;
    private static final String RENAME_REGION =
            "update region set name = :name where district_id = :district and code = :code";
    private static final String RENAME_UNIT =
            "update unit set name_zh = :zh where district_id = :district and code = :code";
    private static final String END_REGION =
            "update region set ended_on = :today where district_id = :district and code = :code";
    private static final String END_UNIT =
            "update unit set ended_on = :today where district_id = :district and code = :code";
    private static final String LYING = """
            select (select count(*) from subject
                    where district_id = :district and region = :code and closed is null)
                + (select count(*) from orders
                    where district_id = :district and region = :code and closed is null)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final Audit audit;
    private final Clock clock;

    Grids(JdbcClient jdbc, TransactionOperations transaction, Directories directories, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directories = directories;
        this.audit = audit;
        this.clock = clock;
    }

    /** True when somebody may change the grids of a region: the street that it lies in. */
    public boolean drawnBy(Viewer viewer, String region) {
        var directory = directories.current();
        var street = directory.regionAt(region, "street");
        return DRAWN_BY.contains(viewer.seat().post())
                && street.isPresent()
                && directory
                        .unit(viewer.seat().unit())
                        .filter(unit ->
                                unit.kind().equals("street") && unit.region().equals(street.get()))
                        .isPresent();
    }

    /** The names of those who hold posts in grids, by the code of the region and the post. */
    public Map<String, Map<String, List<String>>> people() {
        var people = new LinkedHashMap<String, Map<String, List<String>>>();
        jdbc.sql(HELD).param("district", directories.district()).query(row -> {
            people.computeIfAbsent(row.getString("region"), region -> new LinkedHashMap<>())
                    .merge(row.getString("post"), List.of(row.getString("name")), Grids::both);
        });
        return people;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Divides a community into one more grid, or a grid into one more micro-grid.
     *
     * @param above the code of the community or grid
     * @return why not; empty when it is done
     */
    public Optional<Reason> add(String above, String name, AuditSource by) {
        var directory = directories.current();
        var parent = Optional.ofNullable(directory.regions().get(above)).filter(region -> !region.ended());
        var level = parent.map(Region::level).map(Grids::below).orElse("");
        if (level.isEmpty()) {
            return Optional.of(Reason.of("grid.not-here"));
        }
        if (!NAME.matcher(name).matches() || named(directory, above, name)) {
            return Optional.of(new Reason("grid.name.wrong", List.of(), Optional.of("name")));
        }
        transaction.executeWithoutResult(status -> {
            var number = asked(NUMBER).param("parent", above).query(Long.class).single();
            var office = directory.nameOf(above);
            var grid = Map.of("code", above + "-" + number, "name", name, "level", level, "parent", above);
            asked(ADD_REGION).params(grid).update();
            asked(ADD_UNIT)
                    .params(grid)
                    .param("zh", office.zh() + name)
                    .param("en", office.en() + ", " + level + " " + number)
                    .update();
            audit.record(by, "grid-add", above + "-" + number + " " + name, true);
        });
        directories.reload();
        return Optional.empty();
    }

    /** Gives a grid another name. */
    public Optional<Reason> rename(Region grid, String name, AuditSource by) {
        var directory = directories.current();
        if (!NAME.matcher(name).matches() || named(directory, grid.parent(), name)) {
            return Optional.of(new Reason("grid.name.wrong", List.of(), Optional.of("name")));
        }
        transaction.executeWithoutResult(status -> {
            asked(RENAME_REGION).param("code", grid.code()).param("name", name).update();
            asked(RENAME_UNIT)
                    .param("code", grid.code())
                    .param("zh", directory.nameOf(grid.parent()).zh() + name)
                    .update();
            audit.record(by, "grid-rename", grid.code() + " " + grid.name() + " → " + name, true);
        });
        directories.reload();
        return Optional.empty();
    }

    /** Dissolves a grid in which nothing lies any longer. What once lay in it still says so. */
    public Optional<Reason> dissolve(Region grid, AuditSource by) {
        if (!directories.current().within(grid.code()).isEmpty()) {
            return Optional.of(Reason.of("grid.divided"));
        }
        var lying = asked(LYING).param("code", grid.code()).query(Long.class).single();
        if (lying > 0) {
            return Optional.of(Reason.of("grid.not-empty", lying));
        }
        transaction.executeWithoutResult(status -> {
            var today = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
            asked(END_REGION).param("code", grid.code()).param("today", today).update();
            asked(END_UNIT).param("code", grid.code()).param("today", today).update();
            audit.record(by, "grid-dissolve", grid.code() + " " + grid.name(), true);
        });
        directories.reload();
        return Optional.empty();
    }

    private static String below(String level) {
        return switch (level) {
            case "community" -> "grid";
            case "grid" -> "micro-grid";
            default -> "";
        };
    }

    private static boolean named(Directory directory, String above, String name) {
        return directory.within(above).stream().anyMatch(region -> region.name().equals(name));
    }

    private JdbcClient.StatementSpec asked(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
