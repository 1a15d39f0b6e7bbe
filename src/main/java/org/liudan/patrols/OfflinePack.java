package org.liudan.patrols;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The offline data of a patrol: everything that a phone needs to record visits without the server. Its JSON is read by the scripts of
 * the patrol.
 *
 * @param seat the post of the visitor, {@code unit/post}
 * @param made the time at which the data was made
 * @param today the proposed value of fields that ask for a day
 * @param forms the forms of all actions; subjects with equal forms share one
 */
record OfflinePack(String account, String seat, Instant made, String today, List<OfflineForm> forms, List<Stop> stops) {

    /**
     * The form of an action, as pages show it.
     *
     * @param html its fields without values
     * @param noted the ids of the fields that the phone fills in
     * @param checks the conditions that the answers must meet
     */
    record OfflineForm(String id, String html, List<String> noted, List<OfflineCheck> checks) {}

    /**
     * A condition that a phone can check offline.
     *
     * @param that the condition as the rulebook writes it
     * @param otherwise the message when the condition is not met
     * @param asks the types of the fields that the condition uses, by field id
     */
    record OfflineCheck(String that, String otherwise, Map<String, String> asks) {}

    /**
     * A subject to visit.
     *
     * @param step the id of its step
     * @param state the name of its step
     * @param may the actions that the visitor may do there
     */
    record Stop(
            @JsonUnwrapped StopSubject subject,
            @JsonUnwrapped StopPlace place,
            @JsonUnwrapped StopSchedule schedule,
            String step,
            String state,
            List<StopFact> facts,
            List<OfflineAction> may) {}

    /**
     * Which subject it is.
     *
     * @param register the name of its register
     * @param keeper the name of its keeper; empty where there is none
     */
    record StopSubject(String number, String address, String title, String register, String keeper) {}

    /**
     * Where the subject is.
     *
     * @param region the name of its region
     * @param point longitude and latitude; empty where unknown
     * @param route the places of its route, in order
     */
    record StopPlace(String region, String place, String point, List<String> route) {}

    /**
     * When the subject must be visited.
     *
     * @param due the deadline in words
     * @param visited the last visit in words
     */
    record StopSchedule(String due, Instant dueAt, String light, String visited) {}

    /** One field of the subject in words. */
    record StopFact(String label, String value) {}

    /**
     * An action that the visitor may do.
     *
     * @param visit true for a visit, false for an action that only opens an order
     * @param form the id of its form
     * @param values the proposed values, by field id
     */
    record OfflineAction(String action, String name, boolean visit, String form, Map<String, Object> values) {}
}
