package org.liudan.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what is done besides acting on orders; nothing written can be changed or deleted. */
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
     * Writes one line.
     *
     * @param kind what was done, for example {@code sign-in} or {@code reveal}
     * @param subject to whom or what: an account, an order number, a setting
     */
    public void record(AuditSource by, String kind, String subject, boolean succeeded) {
        jdbc.sql(RECORD)
                .param("district", directories.district())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", cut(by.account(), ACCOUNT))
                .param("kind", kind)
                .param("subject", cut(subject, SUBJECT))
                .param("succeeded", succeeded)
                .param("address", by.address())
                .update();
    }

    /** Nobody who is not even signed in shall fill what can't be deleted. */
    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
