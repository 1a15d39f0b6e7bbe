package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Order;

/**
 * What makes a method a register: its matters are subjects that are kept an eye on (a household, a building, a project)
 * instead of orders that are worked off. All names are fields of the method unless said otherwise.
 *
 * @param key what a subject is known by, once in the register, so that an import finds it again
 * @param keeper who is named as its keeper; empty where the post that holds it is enough
 * @param cycle the clock within which it has to be visited; empty where there is no cycle
 * @param visits the actions that are visits
 * @param change the action by which an import changes a subject that is there; empty where only new ones are imported
 * @param columns what its list shows, in order; fields and computed columns
 * @param filters the choices that its list can be narrowed by
 * @param computed columns that follow from others, in order
 * @param sums what is added up of all subjects, in order
 * @param by what they are counted by: {@link #STEP}, or a field that holds a choice
 * @param counts the steps at which a subject counts in its sums; all that are open if none is named
 */
public record Register(
        String key,
        Optional<String> keeper,
        Optional<String> cycle,
        List<String> visits,
        Optional<String> change,
        List<String> columns,
        List<String> filters,
        Map<String, Computed> computed,
        List<Sum> sums,
        List<String> by,
        List<String> counts) {

    /** Counting by the step at which a subject stands. */
    public static final String STEP = "step";

    /**
     * A number that is added up.
     *
     * @param field the field that holds it
     * @param unit in what it is counted, such as yuan
     * @param times how many of the unit one is, such as 10000
     */
    public record Sum(String field, LocalizedText unit, long times) {}

    /** A column that follows from the facts of a subject. */
    public record Computed(String id, LocalizedText name, Formula is) {

        /** What it is for a subject; empty where the facts give nothing. */
        public Optional<Object> of(Method method, Order subject, DecisionContext setting) {
            return is.value(new Facts(method, subject, Optional.empty(), Map.of(), setting));
        }
    }

    /** How often the subject has been visited. */
    public int visited(Order subject) {
        return visits.stream()
                .mapToInt(visit -> subject.did().getOrDefault(visit, 0))
                .sum();
    }
}
