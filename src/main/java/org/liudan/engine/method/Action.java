package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An action on an order: from which steps, to which step, by whom, with which form, and its effects.
 *
 * @param hint a hint shown above its form
 * @param start true if the action raises an order
 * @param at the steps at which it may be taken
 * @param by who may take it; one of the roles is enough
 * @param to the destination step: the first case whose guard holds; empty if the order stays at its step
 * @param form the fields of its form, by their ids
 * @param when conditions that must hold, each with the reason for a refusal
 * @param set fields that it sets without asking, with their values
 * @param stop clocks that it stops, each if its guard holds
 * @param limit running clocks whose limit it changes, counted from when they started; the first case that holds
 * @param renew clocks that it starts again, with a limit counted from now
 * @param extend clocks that it extends, each with the field of the form that holds the number of working days
 * @param mark a mark that it puts on the order
 * @param ring a ring of the public chain that it reaches
 * @param count counters that it increases by one, each if its guard holds
 * @param add counters that it increases, each with the field of the form that holds the number
 * @param notifies a post, or the holder, that is notified
 * @param outgoing its effects on other orders
 * @param separationOfDuties who may not take it because they took another action
 * @param open true if the resident sees that it was taken
 * @param main true for the usual next action, which pages show first
 */
public record Action(
        String id,
        LocalizedText name,
        Optional<LocalizedText> hint,
        boolean start,
        Set<String> at,
        List<Role> by,
        List<Case<String>> to,
        Map<String, Requirement> form,
        List<Condition> when,
        Map<String, Object> set,
        List<Case<String>> count,
        Map<String, String> add,
        List<Case<String>> stop,
        Map<String, List<Case<Term>>> limit,
        Map<String, Term> renew,
        Map<String, String> extend,
        Optional<String> mark,
        Optional<String> ring,
        Optional<Role> notifies,
        CrossOrderRule outgoing,
        SeparationOfDuties separationOfDuties,
        boolean open,
        boolean main) {

    /** The destination "the current step": the order stays there. */
    public static final String SAME = "same";

    /** The destination "the state before the merge". */
    public static final String BACK = "back";

    /** One of several alternatives: the value {@code then} applies if the guard holds. */
    public record Case<T>(Guard when, T then) {}

    /** A guard that must hold for the action, and the reason shown if it doesn't. */
    public record Condition(Guard that, LocalizedText otherwise) {}

    /** The value of the first case whose guard holds. */
    public static <T> Optional<T> firstMatch(List<Case<T>> cases, Facts facts) {
        return cases.stream()
                .filter(candidate -> candidate.when().holds(facts))
                .map(Case::then)
                .findFirst();
    }
}
