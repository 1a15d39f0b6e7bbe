package org.liudan.intake;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The page that opens when somebody scans the code of a subject with a phone.
 *
 * @param address of the page itself
 * @param facts the fields that the register shows to everybody
 * @param forms the actions that anybody may take
 * @param done the action that was just taken
 * @param trackingCode the tracking code of the order that the action raised; empty if it raised none
 */
public record SubjectCodePage(
        String address,
        String register,
        String title,
        List<SubjectFact> facts,
        List<TrackPage.ResidentForm> forms,
        List<Reason> reasons,
        Optional<String> done,
        Optional<String> trackingCode) {

    /** A field of the subject: label and value. */
    public record SubjectFact(String label, String value) {}

    /** The sheet with the code, to be printed and put up. */
    public record PrintedCode(String register, String title, String key, String subject, String address, QrCode code) {}
}
