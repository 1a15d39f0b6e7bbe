package org.liudan.orders.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that all have to hold, with the parameters they name. */
final class SqlConditions {

    private final List<String> all = new ArrayList<>();
    private final Map<String, @Nullable Object> params = new HashMap<>();

    void add(String condition) {
        all.add(condition);
    }

    void add(String condition, String name, Object value) {
        all.add(condition);
        params.put(name, value);
    }

    void add(String condition, Map<String, ?> values) {
        all.add(condition);
        params.putAll(values);
    }

    void addParam(Map<String, ?> values) {
        params.putAll(values);
    }

    /** Gives a parameter that several conditions name. */
    void addParam(String name, Object value) {
        params.put(name, value);
    }

    String text() {
        return String.join("\n    and ", all);
    }

    Map<String, @Nullable Object> params() {
        return params;
    }
}
