package org.liudan.orders.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liudan.orders.store.RowTags;

/**
 * The tags by which the closed orders of a list are found in an index. The database function {@code order_tags} makes the tags;
 * most are a column's name with its value. Tags only preselect: each condition of a list is also among its SQL conditions.
 */
final class FilterTags {

    /** The tags of an order {@code o}, written as in the index on closed orders. */
    private static final String TAGS = "order_tags(o.raised_at, o.method, o.step, o.ring, o.closed, o.channel, o.grade,"
            + " o.category, o.rating, o.department, o.street, o.community, o.region, o.supervised, o.confidential, o.breached,"
            + " o.units, o.words)";

    private final Set<String> required = new TreeSet<>();
    private final List<List<String>> alternatives = new ArrayList<>();

    /** Requires a tag. */
    void add(String tag) {
        required.add(tag);
    }

    /** Requires one of these tags; an empty list requires nothing. */
    void add(List<String> tags) {
        if (tags.size() == 1) {
            required.addAll(tags);
        } else if (!tags.isEmpty()) {
            alternatives.add(tags);
        }
    }

    /** Requires one of these values in a column. */
    void add(String column, List<String> values) {
        add(values.stream().map(value -> RowTags.of(column, value)).toList());
    }

    boolean isEmpty() {
        return required.isEmpty() && alternatives.isEmpty();
    }

    /** The condition that orders {@code o} are closed and have all tags of a parameter. */
    static String closedWithAll(String parameter) {
        return "o.closed is not null and " + TAGS + " @> " + parameter + "::text[]";
    }

    /** The condition that orders {@code o} are closed and have the required tags. */
    String condition() {
        var conditions = new StringBuilder(required.isEmpty() ? "o.closed is not null" : closedWithAll(":tags"));
        for (int i = 0; i < alternatives.size(); i++) {
            conditions.append(" and ").append(withAny(":tags" + i));
        }
        return conditions.toString();
    }

    /** The condition that an order has one of the tags of a parameter. */
    static String withAny(String parameter) {
        return TAGS + " && " + parameter + "::text[]";
    }

    /** The parameters of {@link #condition()}. */
    Map<String, Object> params() {
        var params = new TreeMap<String, Object>();
        params.put("tags", required.toArray(String[]::new));
        for (int i = 0; i < alternatives.size(); i++) {
            params.put("tags" + i, alternatives.get(i).toArray(String[]::new));
        }
        return params;
    }
}
