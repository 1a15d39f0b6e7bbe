package org.liudan.backups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of the database. Its columns are quoted for SQL; generated columns are left out. */
record DatabaseTable(String name, List<String> columns) {

    /** Tables that are not backed up: the migration history, which a restore creates, and the sessions. */
    private static final Set<String> EXCLUDED =
            Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    private static final String TABLES = """
            select c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
            group by c.relname
            order by c.relname
            """;
    private static final String REFERENCES = """
            select referring.relname as referring, referred.relname as referred
            from pg_constraint k
            join pg_class referring on referring.oid = k.conrelid
            join pg_class referred on referred.oid = k.confrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
                and referring.oid <> referred.oid
            """;

    private record Reference(String referring, String referred) {}

    /** All tables to back up, each after the tables that it refers to. */
    static List<DatabaseTable> all(JdbcClient jdbc) {
        var tables = new ArrayList<>(jdbc.sql(TABLES)
                .query((row, number) -> new DatabaseTable(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())))
                .list());
        tables.removeIf(table -> EXCLUDED.contains(table.name()));
        var references = jdbc.sql(REFERENCES).query(Reference.class).list();
        var ordered = new ArrayList<DatabaseTable>();
        while (!tables.isEmpty()) {
            var remaining = tables.stream().map(DatabaseTable::name).collect(Collectors.toSet());
            Predicate<DatabaseTable> refersToNone = table -> references.stream()
                    .noneMatch(reference ->
                            reference.referring().equals(table.name()) && remaining.contains(reference.referred()));
            var next = tables.stream().filter(refersToNone).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + remaining);
            }
            ordered.addAll(next);
            tables.removeAll(next);
        }
        return ordered;
    }

    boolean isEmpty(JdbcClient jdbc) {
        return jdbc.sql("select not exists (select from %s)".formatted(quoted()))
                .query(Boolean.class)
                .single();
    }

    String quoted() {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The beginning of a {@code COPY} command. */
    String copyCommand(List<String> columns) {
        return "copy %s (%s)".formatted(quoted(), String.join(", ", columns));
    }
}
