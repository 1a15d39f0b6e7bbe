package org.liudan.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what users do apart from actions on orders. Records can't be changed or deleted. */
@Component
public class Audit {

    private static final String RECORD = """
            insert into audit (district_id, at, account, kind, subject, succeeded, address)
            values (:district, :at, :account, :kind, :subject, :succeeded, :address)
            """;

    private static final int ACCOUNT = 40;
    private static final int SUBJECT = 500;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    Audit(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Records one entry.
     *
     * @param kind what was done, for example {@code sign-in} or {@code reveal}
     * @param subject what it was done to: an account, an order number, a setting; longer texts are cut
     */
    public void record(AuditSource source, String kind, String subject, boolean succeeded) {
        jdbc.sql(RECORD)
                .param("district", directories.district())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", cut(source.account(), ACCOUNT))
                .param("kind", kind)
                .param("subject", cut(subject, SUBJECT))
                .param("succeeded", succeeded)
                .param("address", source.address())
                .update();
    }

    /** Limits the length, because users who are not signed in could otherwise fill a table that can't be deleted. */
    private static String cut(String text, int maxLength) {
        return text.length() > maxLength ? text.substring(0, maxLength) : text;
    }
}
