package org.liudan.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When an office is open on a working day, for example {@code 08:30-12:00, 14:30-17:30}.
 *
 * @param zone the zone the hours are told in
 * @param sessions in order, not overlapping, at least one
 */
public record BusinessHours(ZoneId zone, List<Session> sessions) {

    public static final BusinessHours USUAL = parse(ZoneId.of("Asia/Shanghai"), "08:30-12:00, 14:30-17:30");

    /** One opening, closing later on the same day. */
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
     * Reads {@code 08:30-12:00, 14:30-17:30}.
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

    /** The close of business: when the last session ends. */
    public LocalTime closing() {
        return sessions.get(sessions.size() - 1).to();
    }

    /** Working time in one working day. */
    public Duration perDay() {
        return sessions.stream()
                .map(session -> Duration.between(session.from(), session.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Working time of a working day that has passed by {@code time}. */
    Duration passedBy(LocalTime time) {
        var passed = Duration.ZERO;
        for (var session : sessions) {
            if (!time.isAfter(session.from())) {
                break;
            }
            passed = passed.plus(Duration.between(session.from(), time.isBefore(session.to()) ? time : session.to()));
        }
        return passed;
    }

    /** The earliest time of day by which {@code working} time has passed; {@code working} is positive and at most a day's. */
    LocalTime timeAfter(Duration working) {
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
