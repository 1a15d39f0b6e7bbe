package org.liudan.programs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;

/**
 * Another program that may call the API.
 *
 * @param seat the post whose rights it has
 * @param expiresOn the last day on which its token is valid
 * @param usedAt when its token was last used, to the minute; empty if never
 * @param revokedAt when it was revoked; empty if it is not
 */
public record Program(
        long id,
        String name,
        Seat seat,
        Instant madeAt,
        String madeBy,
        LocalDate expiresOn,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** The account of a program begins with this; the account of a person can't. */
    private static final String ACCOUNT_PREFIX = "program:";

    static Program read(ResultSet row, int number) throws SQLException {
        return new Program(
                row.getLong("id"),
                row.getString("name"),
                new Seat(row.getString("unit"), row.getString("post")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("expires_on", LocalDate.class),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** True if the recorded time of its last use is more than a minute old. */
    boolean lastUseOutdated(Instant now) {
        return usedAt.isEmpty() || usedAt.get().isBefore(now.minus(Duration.ofMinutes(1)));
    }

    /** True if its token is valid on a day. */
    public boolean valid(LocalDate today) {
        return revokedAt.isEmpty() && !today.isAfter(expiresOn);
    }

    /** True for the posts that administer the system. No program may have one. */
    static boolean runsTheSystem(Seat seat) {
        return !new Viewer("", "", seat, List.of(seat)).handlesOrders();
    }

    /** The program as a viewer with the rights of its post. */
    public Viewer viewer() {
        return new Viewer(ACCOUNT_PREFIX + id, name, seat, List.of(seat));
    }

    /** The id of the program behind a viewer. */
    public static long idOf(Viewer viewer) {
        return Long.parseLong(viewer.account().substring(ACCOUNT_PREFIX.length()));
    }
}
