package org.liudan.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours when offices are open on a working day, for example {@code 08:30-12:00, 14:30-17:30}.
 *
 * @param zone the time zone of the hours
 * @param sessions at least one; in order and without overlaps
 */
public record BusinessHours(ZoneId zone, List<Session> sessions) {

    /** The usual hours of offices. */
    public static final BusinessHours USUAL = parse(ZoneId.of("Asia/Shanghai"), "08:30-12:00, 14:30-17:30");

    /** A time when offices are open, within one day. */
    public record Session(LocalTime from, LocalTime to) {
        public Session {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("A session must open before it closes: " + from + "-" + to);
            }
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    public BusinessHours {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("Business hours need at least one session");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).from().isBefore(sessions.get(i - 1).to())) {
                throw new IllegalArgumentException(
                        "Sessions overlap: " + sessions.get(i - 1) + " and " + sessions.get(i));
            }
        }
    }

    /**
     * Parses a text such as {@code 08:30-12:00, 14:30-17:30}.
     *
     * @throws IllegalArgumentException if the text is not a list of sessions in order
     */
    public static BusinessHours parse(ZoneId zone, String text) {
        return new BusinessHours(
                zone,
                Arrays.stream(text.split("[,，]", -1))
                        .map(String::strip)
                        .map(BusinessHours::session)
                        .toList());
    }

    private static Session session(String text) {
        var parts = text.split("[-–—]", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a session such as 08:30-12:00: " + text);
        }
        return new Session(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
    }

    /** The close of business: the end of the last session. */
    public LocalTime closing() {
        return sessions.get(sessions.size() - 1).to();
    }

    /** The working time of one working day. */
    public Duration perDay() {
        return sessions.stream()
                .map(session -> Duration.between(session.from(), session.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The working time of a working day before {@code time}. */
    Duration workedUntil(LocalTime time) {
        var passed = Duration.ZERO;
        for (var session : sessions) {
            if (!time.isAfter(session.from())) {
                break;
            }
            passed = passed.plus(Duration.between(session.from(), time.isBefore(session.to()) ? time : session.to()));
        }
        return passed;
    }

    /**
     * The earliest time of day before which this working time lies.
     *
     * @param working more than zero and at most {@link #perDay}
     */
    LocalTime timeOfDayAfter(Duration working) {
        var left = working;
        for (var session : sessions) {
            var length = Duration.between(session.from(), session.to());
            if (left.compareTo(length) <= 0) {
                return session.from().plus(left);
            }
            left = left.minus(length);
        }
        throw new IllegalArgumentException(working + " is more than a working day of " + perDay());
    }

    @Override
    public String toString() {
        return sessions.stream().map(Session::toString).collect(Collectors.joining(", "));
    }
}
