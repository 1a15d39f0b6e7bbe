package org.liudan.patrols;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody takes along on a round: everything needed to visit without asking the server.
 *
 * @param seat the post in which the round is walked, {@code unit/post}
 * @param today what is proposed where a form asks for a day
 * @param forms each form once, however many subjects are visited with it
 */
record OfflinePack(String account, String seat, Instant made, String today, List<Form> forms, List<Stop> stops) {

    /**
     * The form of an action, as pages show it.
     *
     * @param html its fields, with nothing filled in
     * @param noted the fields that the phone fills in by itself
     * @param checks what must hold of what is filled in
     */
    record Form(String id, String html, List<String> noted, List<Check> checks) {}

    /**
     * A condition that a phone can judge.
     *
     * @param that as the rulebook writes it
     * @param otherwise what to say where it doesn't hold
     * @param asks the fields that it speaks of, each with its type
     */
    record Check(String that, String otherwise, Map<String, String> asks) {}

    /**
     * A subject to visit.
     *
     * @param point longitude and latitude; empty where nobody has said
     * @param route the places of its route, in order
     * @param due until when, in words
     * @param step where it stands, as the rulebook names it
     * @param state where it stands, in words
     */
    record Stop(
            String number,
            String address,
            String title,
            String register,
            String keeper,
            String region,
            String place,
            String point,
            List<String> route,
            String due,
            Instant dueAt,
            String light,
            String visited,
            String step,
            String state,
            List<Fact> facts,
            List<May> may) {}

    record Fact(String label, String value) {}

    /**
     * Something that may be done there.
     *
     * @param visit false for what only opens an order
     * @param form names one of the forms
     * @param values what is proposed, by field
     */
    record May(String action, String name, boolean visit, String form, Map<String, Object> values) {}
}
