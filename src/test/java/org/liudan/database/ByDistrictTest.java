package org.liudan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.figures.FigureCounter;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many districts can be distributed over many nodes by {@code district_id}, because every statement of daily work uses only one
 * district; see docs/scaling.md.
 */
@DistrictTest
@Import(StatementRecorder.class)
class ByDistrictTest {

    /** Tables without a district: the sessions and the migration history. */
    private static final Set<String> FRAMEWORK =
            Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    private static final String DISTRICT = "district_id";
    private static final Pattern INSERTED = Pattern.compile("(?is)insert into (\\w+) \\(\\s*(\\w+)");

    @Autowired
    FigureCounter counter;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedDatabase database;

    @Autowired
    StatementRecorder recorder;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @Test
    void every_table_has_a_district() {
        assertThat(tables()).hasSizeGreaterThan(30);
        assertThat(all("""
                        select c.relname
                        from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
                            select from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'district_id' and a.attnotnull)
                        """)).containsExactlyInAnyOrderElementsOf(FRAMEWORK);
    }

    @Test
    void unique_indexes_and_foreign_keys_begin_with_the_district() {
        assertThat(all("""
                        select i.indexrelid::regclass::text
                        from pg_index i
                        join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where i.indisunique and a.attname <> 'district_id'
                        """)).allMatch(index -> FRAMEWORK.stream().anyMatch(index::startsWith));
        assertThat(all("""
                        select k.conrelid::regclass::text
                        from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
                        where k.contype = 'f' and (a.attname <> 'district_id' or b.attname <> 'district_id')
                        """)).allMatch(FRAMEWORK::contains);
    }

    @Test
    void every_statement_of_daily_work_uses_only_one_district() throws SQLException {
        recorder.drain();
        dailyWork();
        var statements = recorder.drain();
        var violations = new ArrayList<String>();
        var tables = tables();
        int inspected = 0;
        try (var connection = simpleConnection()) {
            for (var statement : statements) {
                if (tables.stream().anyMatch(table -> statement.matches("(?is).*\\b" + table + "\\b.*"))) {
                    inspected++;
                    tablesWithoutDistrict(statement, tables, connection)
                            .forEach(where -> violations.add(where + " in " + statement));
                }
            }
        }
        assertThat(inspected).isGreaterThan(60);
        assertThat(violations).isEmpty();
    }

    private void dailyWork() {
        play.at("2026-11-20T09:00");
        var ids = new ArrayList<Long>();
        new Lifecycles(play.desk()).live(ids::add);
        var order = play.desk().find(ids.get(0)).orElseThrow();
        for (var account : List.of("inspector", "street", "handler-housing", "leader")) {
            var browser = new Browser(port).as(account);
            for (var page : List.of(
                    "/desk",
                    "/ledger",
                    "/ledger?q=%E8%B7%AF%E7%81%AF&late=yes",
                    "/orders/" + play.number(order),
                    "/figures",
                    "/notices",
                    "/map",
                    "/registers",
                    "/registers/buildings?danger=a")) {
                browser.get(page);
            }
        }
        counter.catchUp();
        play.at("2026-11-27T09:00");
    }

    /** The tables that a statement would read or write without the district. */
    private List<String> tablesWithoutDistrict(String statement, Set<String> tables, Connection connection) {
        var violations = new ArrayList<String>();
        INSERTED.matcher(statement)
                .results()
                .filter(insert ->
                        tables.contains(insert.group(1)) && !insert.group(2).equals(DISTRICT))
                .forEach(insert -> violations.add(insert.group(1)));
        try (var explain = connection.createStatement();
                var plan = explain.executeQuery("explain (generic_plan, format json) " + numbered(statement))) {
            plan.next();
            inspectPlan(JsonMapper.shared().readTree(plan.getString(1)).get(0).get("Plan"), tables, violations);
        } catch (SQLException failed) {
            violations.add(failed.getMessage());
        }
        return violations;
    }

    /** {@code explain (generic_plan)} needs the simple protocol, because its parameters have no values. */
    private Connection simpleConnection() throws SQLException {
        var url = database.url();
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple", "postgres", database.password());
    }

    /** Adds the tables of scans that have no condition on the district. */
    private void inspectPlan(JsonNode node, Set<String> tables, List<String> violations) {
        var table = node.path("Relation Name").asString("");
        var scans = node.path("Node Type").asString("").endsWith("Scan");
        var conditions = List.of("Index Cond", "Recheck Cond", "Filter", "TID Cond").stream()
                .map(name -> node.path(name).asString(""))
                .toList();
        if (scans
                && tables.contains(table)
                && conditions.stream().noneMatch(condition -> condition.contains(DISTRICT + " = "))) {
            violations.add(table);
        }
        node.path("Plans").forEach(child -> inspectPlan(child, tables, violations));
    }

    /** Replaces each {@code ?} by a numbered parameter, as PostgreSQL writes it. */
    private static String numbered(String statement) {
        var number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(statement).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    private Set<String> tables() {
        return new TreeSet<>(all("""
                select c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                """));
    }

    private List<String> all(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
