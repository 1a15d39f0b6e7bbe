package org.liudan.patrols;

import java.time.Instant;

/**
 * A visit that was set aside because it could not be recorded.
 *
 * @param account the visitor, who acted in {@code post} of {@code unit}
 * @param request the id of the request, unique for the account
 * @param refusal why the visit could not be recorded
 * @param reason why the visitor set it aside
 * @param storedAt the time at which it was set aside
 * @param photos the number of photos
 */
public record UnrecordedVisit(
        String account,
        String request,
        String unit,
        String post,
        VisitNote note,
        String refusal,
        String reason,
        Instant storedAt,
        int photos) {

    /**
     * What the visitor noted.
     *
     * @param number the number of the subject, {@code title} its title
     * @param action the name of the action
     * @param text the answers of the form, in words
     */
    public record VisitNote(String number, String title, String action, Instant notedAt, String text) {}
}
