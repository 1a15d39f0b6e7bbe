package org.liudan.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing can be read or written just now, although nothing is wrong with what was asked. It passes. */
public enum Outage {
    /** The database is away, starts, stops, or has become a standby. */
    AWAY(5),
    /** There is no room left on a disk. */
    FULL(30);

    private static final String DISK_FULL = "53100";
    private static final String READ_ONLY = "25006";

    private final int seconds;

    Outage(int seconds) {
        this.seconds = seconds;
    }

    /** After how many seconds it is worth asking again. */
    public int seconds() {
        return seconds;
    }

    /** The outage behind a fault; empty when it is a fault of another kind. */
    public static Optional<Outage> behind(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .flatMap(cause -> classify(cause).stream())
                .findFirst();
    }

    private static Optional<Outage> classify(Throwable cause) {
        if (cause instanceof SQLException failed) {
            var state = Objects.requireNonNullElse(failed.getSQLState(), "");
            if (state.equals(DISK_FULL)) {
                return Optional.of(FULL);
            }
            // connections, the server's own comings and goings, its resources, its disk
            boolean away = cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || state.equals(READ_ONLY)
                    || state.matches("08...|57P..|53...|58...");
            return away ? Optional.of(AWAY) : Optional.empty();
        }
        return cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left")
                ? Optional.of(FULL)
                : Optional.empty();
    }
}
