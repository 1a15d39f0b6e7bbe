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
 * Many districts can stand on many nodes, distributed by {@code district_id}, because every statement of a day's work goes to
 * one of them; see docs/scaling.md.
 */
@DistrictTest
@Import(StatementRecorder.class)
class ByDistrictTest {

    /** Sessions and the history of the schema, which are the same for all districts of an installation. */
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
    void every_table_is_kept_by_district() {
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
    void what_is_unique_is_unique_within_a_district_and_what_is_referred_to_lies_in_the_same() {
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
    void every_statement_of_a_days_work_goes_to_the_district_it_is_about() throws SQLException {
        recorder.drain();
        aDaysWork();
        var heard = recorder.drain();
        var wrong = new ArrayList<String>();
        var tables = tables();
        int looked = 0;
        try (var connection = simpleConnection()) {
            for (var statement : heard) {
                if (tables.stream().anyMatch(table -> statement.matches("(?is).*\\b" + table + "\\b.*"))) {
                    looked++;
                    otherTables(statement, tables, connection).forEach(where -> wrong.add(where + " in " + statement));
                }
            }
        }
        assertThat(looked).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private void aDaysWork() {
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

    /** The tables that the planner would read without knowing the district. */
    private List<String> otherTables(String statement, Set<String> tables, Connection connection) {
        var astray = new ArrayList<String>();
        INSERTED.matcher(statement)
                .results()
                .filter(insert ->
                        tables.contains(insert.group(1)) && !insert.group(2).equals(DISTRICT))
                .forEach(insert -> astray.add(insert.group(1)));
        try (var asked = connection.createStatement();
                var plan = asked.executeQuery("explain (generic_plan, format json) " + numbered(statement))) {
            plan.next();
            inspectPlan(JsonMapper.shared().readTree(plan.getString(1)).get(0).get("Plan"), tables, astray);
        } catch (SQLException unknown) {
            astray.add(unknown.getMessage());
        }
        return astray;
    }

    /** Only a statement without parameters of its own may be explained with some open. */
    private Connection simpleConnection() throws SQLException {
        var url = database.url();
        return DriverManager.getConnection(
                url + (url.contains("?") ? "&" : "?") + "preferQueryMode=simple", "postgres", database.password());
    }

    /** A scan is of one district when a condition on it says so. */
    private void inspectPlan(JsonNode node, Set<String> tables, List<String> astray) {
        var table = node.path("Relation Name").asString("");
        var scans = node.path("Node Type").asString("").endsWith("Scan");
        var conditions = List.of("Index Cond", "Recheck Cond", "Filter", "TID Cond").stream()
                .map(name -> node.path(name).asString(""))
                .toList();
        if (scans && tables.contains(table) && conditions.stream().noneMatch(one -> one.contains(DISTRICT + " = "))) {
            astray.add(table);
        }
        node.path("Plans").forEach(below -> inspectPlan(below, tables, astray));
    }

    /** As the server counts parameters. */
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
