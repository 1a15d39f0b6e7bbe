package org.liudan.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.liudan.engine.order.Seat;

/**
 * How one subject is kept on a register.
 *
 * @param then what is done once, in the days after it was entered
 * @param visit what is done again and again, and now and then forgotten
 * @param days from one visit to the next
 */
record Keeping(String register, Deed start, List<Deed> then, Deed visit, int days) {

    /** Something done to the subject; the answers may speak of the day. */
    record Deed(String action, Seat by, Function<LocalDate, Map<String, Object>> answers) {

        /** Answers come as field, value, field, value. */
        static Deed of(String action, Seat by, Object... answers) {
            return new Deed(action, by, day -> filled(answers));
        }
    }

    static Map<String, Object> filled(Object... answers) {
        var filled = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i].toString(), answers[i + 1]);
        }
        return filled;
    }
}
