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
 * The grids of communities, and the micro-grids (compounds, buildings) of grids. Each is a region with its own office. A
 * street manages the grids of its communities; every change is recorded in the audit.
 */
@Component
public class Grids {

    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{Alnum}（）()、· -]{1,30}");
    private static final List<String> EDITING_POSTS = List.of("dispatcher", "secretary");

    private static final String POST_HOLDERS = """
            select u.region, pp.post, p.name
            from person_post pp
            join person p on p.district_id = pp.district_id and p.account = pp.account and p.ended_at is null
            join unit u on u.district_id = pp.district_id and u.code = pp.unit and u.kind in ('grid', 'micro-grid')
            where pp.district_id = :district
            order by u.region, pp.post, p.account
            """;
    private static final String NEXT_NUMBER = """
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
    private static final String COUNT_CONTENTS = """
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

    /** True if the viewer may change the grids of a region: a dispatcher or secretary of its street. */
    public boolean mayEdit(Viewer viewer, String region) {
        var directory = directories.current();
        var street = directory.regionAt(region, "street");
        return EDITING_POSTS.contains(viewer.seat().post())
                && street.isPresent()
                && directory
                        .unit(viewer.seat().unit())
                        .filter(unit ->
                                unit.kind().equals("street") && unit.region().equals(street.get()))
                        .isPresent();
    }

    /** The names of the people who hold posts in grids, by region code and post. */
    public Map<String, Map<String, List<String>>> postHolders() {
        var holders = new LinkedHashMap<String, Map<String, List<String>>>();
        jdbc.sql(POST_HOLDERS).param("district", directories.district()).query(row -> {
            holders.computeIfAbsent(row.getString("region"), region -> new LinkedHashMap<>())
                    .merge(row.getString("post"), List.of(row.getString("name")), Grids::concat);
        });
        return holders;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Adds a grid to a community, or a micro-grid to a grid.
     *
     * @param parentCode the code of the community or grid
     * @return why it was refused; empty if it was added
     */
    public Optional<Reason> add(String parentCode, String name, AuditSource by) {
        var directory = directories.current();
        var parent = Optional.ofNullable(directory.regions().get(parentCode)).filter(region -> !region.ended());
        var level = parent.map(Region::level).map(Grids::childLevel).orElse("");
        if (level.isEmpty()) {
            return Optional.of(Reason.of("grid.not-here"));
        }
        if (!NAME.matcher(name).matches() || isNameTaken(directory, parentCode, name)) {
            return Optional.of(new Reason("grid.name.wrong", List.of(), Optional.of("name")));
        }
        transaction.executeWithoutResult(status -> {
            var number = statement(NEXT_NUMBER)
                    .param("parent", parentCode)
                    .query(Long.class)
                    .single();
            var office = directory.nameOf(parentCode);
            var grid = Map.of("code", parentCode + "-" + number, "name", name, "level", level, "parent", parentCode);
            statement(ADD_REGION).params(grid).update();
            statement(ADD_UNIT)
                    .params(grid)
                    .param("zh", office.zh() + name)
                    .param("en", office.en() + ", " + level + " " + number)
                    .update();
            audit.record(by, "grid-add", parentCode + "-" + number + " " + name, true);
        });
        directories.reload();
        return Optional.empty();
    }

    /** Renames a grid and its office. Returns why it was refused; empty if it was renamed. */
    public Optional<Reason> rename(Region grid, String name, AuditSource by) {
        var directory = directories.current();
        if (!NAME.matcher(name).matches() || isNameTaken(directory, grid.parent(), name)) {
            return Optional.of(new Reason("grid.name.wrong", List.of(), Optional.of("name")));
        }
        transaction.executeWithoutResult(status -> {
            statement(RENAME_REGION)
                    .param("code", grid.code())
                    .param("name", name)
                    .update();
            statement(RENAME_UNIT)
                    .param("code", grid.code())
                    .param("zh", directory.nameOf(grid.parent()).zh() + name)
                    .update();
            audit.record(by, "grid-rename", grid.code() + " " + grid.name() + " → " + name, true);
        });
        directories.reload();
        return Optional.empty();
    }

    /**
     * Ends a grid without open orders or subjects. Closed ones keep its code.
     *
     * @return why it was refused; empty if it was ended
     */
    public Optional<Reason> dissolve(Region grid, AuditSource by) {
        if (!directories.current().within(grid.code()).isEmpty()) {
            return Optional.of(Reason.of("grid.divided"));
        }
        var count = statement(COUNT_CONTENTS)
                .param("code", grid.code())
                .query(Long.class)
                .single();
        if (count > 0) {
            return Optional.of(Reason.of("grid.not-empty", count));
        }
        transaction.executeWithoutResult(status -> {
            var today = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
            statement(END_REGION)
                    .param("code", grid.code())
                    .param("today", today)
                    .update();
            statement(END_UNIT).param("code", grid.code()).param("today", today).update();
            audit.record(by, "grid-dissolve", grid.code() + " " + grid.name(), true);
        });
        directories.reload();
        return Optional.empty();
    }

    private static String childLevel(String level) {
        return switch (level) {
            case "community" -> "grid";
            case "grid" -> "micro-grid";
            default -> "";
        };
    }

    private static boolean isNameTaken(Directory directory, String parentCode, String name) {
        return directory.within(parentCode).stream()
                .anyMatch(region -> region.name().equals(name));
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
