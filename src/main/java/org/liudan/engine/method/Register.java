package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Order;

/**
 * The settings that make a method a register. Its entries are subjects that the district looks after (a household, a
 * building, a project) instead of orders that get closed. All names are ids of fields unless said otherwise.
 *
 * @param key the unique key of a subject in the register, by which an import finds it
 * @param keeper the person who looks after the subject; empty if the holder is enough
 * @param cycle the clock that says when the next visit is due; empty if there is no cycle
 * @param visits the actions that count as visits
 * @param change the action by which an import changes an existing subject; empty if an import only adds subjects
 * @param columns the columns of its list, in order: fields and computed columns
 * @param filters the fields by which its list can be filtered
 * @param computed the computed columns by id, in order
 * @param sums the sums over all subjects, in order
 * @param by what subjects are counted by: {@link #STEP} or fields of a choice
 * @param counts the steps at which a subject counts in the sums; empty for all open steps
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

    /** Stands for the step of a subject in {@code by}. */
    public static final String STEP = "step";

    /**
     * A sum over subjects.
     *
     * @param field the field that holds the number
     * @param unit the unit of the sum, for example yuan
     * @param times the factor from the field to the unit, for example 10000
     */
    public record Sum(String field, LocalizedText unit, long times) {}

    /** A column that is computed from the facts of a subject. */
    public record Computed(String id, LocalizedText name, Formula formula) {

        /** The value for a subject; empty if the facts give no value. */
        public Optional<Object> of(Method method, Order subject, DecisionContext context) {
            return formula.value(new Facts(method, subject, Optional.empty(), Map.of(), context));
        }
    }

    /** How often a subject was visited. */
    public int visited(Order subject) {
        return visits.stream()
                .mapToInt(visit -> subject.did().getOrDefault(visit, 0))
                .sum();
    }
}
