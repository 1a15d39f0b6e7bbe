package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that may be done to an order: from where, to where, by whom, with which form and what follows.
 *
 * @param hint what to know before filling in its form
 * @param start true for an action that raises an order
 * @param at the steps at which it may be done
 * @param to where it leads, first case that holds; empty when the order stays
 * @param when what must hold, each with the reason to give if it doesn't
 * @param set fields that it sets by itself
 * @param stop clocks that it stops
 * @param limit clocks whose limit it sets, counted from when they started
 * @param renew clocks that it starts afresh with a limit counted from now
 * @param extend clocks that it lengthens by the working days answered in a field
 * @param mark a mark that the order carries from now on
 * @param ring a link of the chain that it lights
 * @param count counters that go up by one
 * @param add counters that go up by the number answered in a field
 * @param tell a post, or the holder, that is told of it
 * @param outgoing what it does to other orders
 * @param eyes who may not take it for having taken another
 * @param open true when the resident sees that it was done
 * @param main true for the usual next thing to do
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
        Optional<Role> tell,
        CrossOrderRule outgoing,
        SeparationOfDuties eyes,
        boolean open,
        boolean main) {

    /** Stands for "the step where the order is" as a destination. */
    public static final String SAME = "same";

    /** Stands for "as it stood before it was merged" as a destination. */
    public static final String BACK = "back";

    /** One of several outcomes, taken when its guard holds. */
    public record Case<T>(Guard when, T then) {}

    /** What must hold for the action, and what to say if it doesn't. */
    public record Condition(Guard that, LocalizedText otherwise) {}

    public static <T> Optional<T> first(List<Case<T>> cases, Facts facts) {
        return cases.stream()
                .filter(one -> one.when().holds(facts))
                .map(Case::then)
                .findFirst();
    }
}
