package org.liudan.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit, newest entries first. */
@Component
public class AuditTrail {

    private static final String PAGE = """
            select id, at, account, kind, subject, succeeded, address
            from audit
            where district_id = :district and id < :before
            """;

    /** One entry. */
    public record AuditEntry(
            long id, Instant at, String account, String kind, String subject, boolean succeeded, String address) {}

    /** A filter; an empty text or period does not restrict. */
    public record Asked(String account, String kind, Optional<AuditPeriod> period) {}

    /** From an instant up to, but not including, another. */
    public record AuditPeriod(Instant from, Instant to) {}

    /**
     * One page of results.
     *
     * @param next where the next page begins, for {@link #page}; empty on the last page
     */
    public record AuditResults(List<AuditEntry> entries, OptionalLong next) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    AuditTrail(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /**
     * Reads a page of the audit.
     *
     * @param before the id at which the previous page ended; {@link Long#MAX_VALUE} for the first page
     * @param size how many entries a page has
     */
    public AuditResults page(Asked filter, long before, int size) {
        var conditions = new StringBuilder();
        Map<String, Object> params = new HashMap<>();
        if (!filter.account().isEmpty()) {
            conditions.append("and account = :account ");
            params.put("account", filter.account());
        }
        if (!filter.kind().isEmpty()) {
            conditions.append("and kind = :kind ");
            params.put("kind", filter.kind());
        }
        filter.period().ifPresent(period -> {
            conditions.append("and at >= :from and at < :to");
            params.put("from", period.from().atOffset(ZoneOffset.UTC));
            params.put("to", period.to().atOffset(ZoneOffset.UTC));
        });
        var found = jdbc.sql(PAGE + conditions + " order by id desc limit :size")
                .param("district", directories.district())
                .param("before", before)
                .param("size", size + 1)
                .params(params)
                .query(AuditTrail::entry)
                .list();
        return found.size() <= size
                ? new AuditResults(found, OptionalLong.empty())
                : new AuditResults(
                        found.subList(0, size),
                        OptionalLong.of(found.get(size - 1).id()));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("account")).orElse(""),
                row.getString("kind"),
                row.getString("subject"),
                row.getBoolean("succeeded"),
                Optional.ofNullable(row.getString("address")).orElse(""));
    }
}
