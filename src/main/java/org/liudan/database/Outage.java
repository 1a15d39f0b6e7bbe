package org.liudan.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A temporary reason why the database can't be read or written. The request itself is not at fault. */
public enum Outage {
    /** The database can't be reached, is starting or stopping, or has become a standby. */
    AWAY(5),
    /** A disk is full. */
    FULL(30);

    private static final String DISK_FULL = "53100";
    private static final String READ_ONLY = "25006";

    private final int seconds;

    Outage(int seconds) {
        this.seconds = seconds;
    }

    /** After how many seconds a client should try again. */
    public int seconds() {
        return seconds;
    }

    /** The outage that caused an exception; empty if the cause is something else. */
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
            // SQLSTATE classes: connection, operator intervention, insufficient resources, system error
            boolean unavailable = cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || state.equals(READ_ONLY)
                    || state.matches("08...|57P..|53...|58...");
            return unavailable ? Optional.of(AWAY) : Optional.empty();
        }
        return cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left")
                ? Optional.of(FULL)
                : Optional.empty();
    }
}
