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
 * A program that may speak with this one.
 *
 * @param seat the post whose rights it has
 * @param expiresOn the last day on which it may
 * @param usedAt when it did last, to the minute
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

    /** What the account of a program begins with, which that of a person can't. */
    private static final String ACCOUNT = "program:";

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

    /** False while what is written down of its use is true to the minute. */
    boolean lastUseOutdated(Instant now) {
        return usedAt.isEmpty() || usedAt.get().isBefore(now.minus(Duration.ofMinutes(1)));
    }

    public boolean valid(LocalDate today) {
        return revokedAt.isEmpty() && !today.isAfter(expiresOn);
    }

    /** True for the posts that run the system, which no program gets. */
    static boolean runsTheSystem(Seat seat) {
        return !new Viewer("", "", seat, List.of(seat)).handlesOrders();
    }

    /** The program as somebody who acts in its post. */
    public Viewer viewer() {
        return new Viewer(ACCOUNT + id, name, seat, List.of(seat));
    }

    /** The id of the program that a viewer is. */
    public static long idOf(Viewer viewer) {
        return Long.parseLong(viewer.account().substring(ACCOUNT.length()));
    }
}
