package org.liudan.intake;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * What somebody sees who reads the code of a subject with a telephone.
 *
 * @param address of the page itself
 * @param facts what the register shows to everybody
 * @param forms what anybody may do
 * @param done the action that was just taken
 * @param follow the code by which what came of it is followed; empty where nothing did
 */
public record SubjectCodePage(
        String address,
        String register,
        String title,
        List<Fact> facts,
        List<TrackPage.Form> forms,
        List<Reason> reasons,
        Optional<String> done,
        Optional<String> follow) {

    /** A label and a value. */
    public record Fact(String label, String value) {}

    /** The code itself, to be printed and put up. */
    public record Print(String register, String title, String key, String subject, String address, QrCode code) {}
}
