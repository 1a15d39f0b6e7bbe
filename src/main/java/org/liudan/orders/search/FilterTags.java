package org.liudan.orders.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liudan.orders.store.RowTags;

/**
 * What the closed orders of a list are found by: marks as the function {@code order_tags} of the database makes them, most of them the
 * value of a column with its name. Every condition of a list stands among its conditions too; marks only find what may meet them.
 */
final class FilterTags {

    /** The marks of an order {@code o}, as those of closed ones are indexed. */
    private static final String TAGS = "order_tags(o.raised_at, o.method, o.step, o.ring, o.closed, o.channel, o.grade,"
            + " o.category, o.rating, o.department, o.street, o.community, o.region, o.supervised, o.confidential, o.breached,"
            + " o.units, o.words)";

    private final Set<String> required = new TreeSet<>();
    private final List<List<String>> alternatives = new ArrayList<>();

    /** All of them have this mark. */
    void add(String mark) {
        required.add(mark);
    }

    /** Each of them has one of these marks; nothing is said when there are none. */
    void add(List<String> marks) {
        if (marks.size() == 1) {
            required.addAll(marks);
        } else if (!marks.isEmpty()) {
            alternatives.add(marks);
        }
    }

    /** Each of them has one of these values in the column. */
    void add(String column, List<String> values) {
        add(values.stream().map(value -> RowTags.of(column, value)).toList());
    }

    boolean isEmpty() {
        return required.isEmpty() && alternatives.isEmpty();
    }

    /** The condition that orders {@code o} are closed and have all marks of a parameter. */
    static String closedWithAll(String parameter) {
        return "o.closed is not null and " + TAGS + " @> " + parameter + "::text[]";
    }

    /** The condition that orders {@code o} are closed and have them. */
    String condition() {
        var conditions = new StringBuilder(required.isEmpty() ? "o.closed is not null" : closedWithAll(":marks"));
        for (int at = 0; at < alternatives.size(); at++) {
            conditions.append(" and ").append(withAny(":marks" + at));
        }
        return conditions.toString();
    }

    /** The condition that an order has one of the marks of a parameter. */
    static String withAny(String parameter) {
        return TAGS + " && " + parameter + "::text[]";
    }

    /** The parameters of the condition. */
    Map<String, Object> params() {
        var params = new TreeMap<String, Object>();
        params.put("marks", required.toArray(String[]::new));
        for (int at = 0; at < alternatives.size(); at++) {
            params.put("marks" + at, alternatives.get(at).toArray(String[]::new));
        }
        return params;
    }
}
