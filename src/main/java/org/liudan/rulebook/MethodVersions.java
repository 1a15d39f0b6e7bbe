package org.liudan.rulebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published versions of methods: when each was published and by whom. */
@Component
public class MethodVersions {

    private static final String HISTORY = """
            select version, text, published_at, coalesce(published_by, '') as published_by
            from method_version
            where district_id = :district and method = :method
            order by version desc
            """;

    private static final String SETTLED = """
            select text
            from (
                    select text, version, first_value(version) over newest as latest, first_value(published_by) over newest as by
                    from method_version
                    where district_id = :district
                    window newest as (partition by method order by version desc)
                ) published
            where version = latest or by is not null
            """;

    private final JdbcClient jdbc;

    MethodVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One version.
     *
     * @param text the method file
     * @param by the account that published it; empty if it came with the product
     */
    public record Published(String method, int number, String text, Instant at, Optional<String> by) {}

    /**
     * The texts that need no action when the product ships them again: the texts in force, and earlier texts of methods that
     * the district has changed since.
     */
    Set<String> settledTexts(int district) {
        return jdbc.sql(SETTLED).param("district", district).query(String.class).set();
    }

    /** All versions of a method, the newest first; none if there is no such method. */
    public List<Published> of(int district, String method) {
        return jdbc.sql(HISTORY)
                .param("district", district)
                .param("method", method)
                .query((row, number) -> new Published(
                        method,
                        row.getInt("version"),
                        row.getString("text"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        Optional.of(row.getString("published_by")).filter(by -> !by.isEmpty())))
                .list();
    }
}
