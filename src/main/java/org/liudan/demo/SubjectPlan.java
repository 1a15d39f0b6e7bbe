package org.liudan.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.liudan.engine.order.Seat;

/**
 * The plan by which one subject is entered into a register and visited.
 *
 * @param start the action that enters it
 * @param followUps the actions done once, in the days after it was entered
 * @param visit the action that is repeated, and sometimes forgotten
 * @param visitInterval the days from one visit to the next
 */
record SubjectPlan(
        String register, PlannedAction start, List<PlannedAction> followUps, PlannedAction visit, int visitInterval) {

    /** An action on the subject; {@code answers} makes the answers for the day of the action. */
    record PlannedAction(String action, Seat seat, Function<LocalDate, Map<String, Object>> answers) {

        /** Makes an action with fixed answers: field, value, field, value. */
        static PlannedAction of(String action, Seat by, Object... answers) {
            return new PlannedAction(action, by, day -> answersOf(answers));
        }
    }

    /** Makes a map of field, value, field, value. */
    static Map<String, Object> answersOf(Object... pairs) {
        var answers = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i].toString(), pairs[i + 1]);
        }
        return answers;
    }
}
