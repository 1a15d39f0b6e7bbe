package org.liudan.patrols;

import java.time.Instant;

/**
 * A visit that was set aside.
 *
 * @param what the name of the action
 * @param noted what was filled in, in words
 * @param refused why it could not be recorded
 * @param reason why it was set aside
 */
public record UnrecordedVisit(
        String account,
        String request,
        String unit,
        String post,
        String number,
        String title,
        String what,
        Instant notedAt,
        String noted,
        String refused,
        String reason,
        Instant at,
        int photos) {}
