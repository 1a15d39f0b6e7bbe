package org.liudan.orders.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL conditions joined by {@code and}, with their parameters. */
final class SqlConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> params = new HashMap<>();

    void add(String condition) {
        conditions.add(condition);
    }

    void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    void add(String condition, Map<String, ?> values) {
        conditions.add(condition);
        params.putAll(values);
    }

    void addParams(Map<String, ?> values) {
        params.putAll(values);
    }

    /** Adds a parameter that several conditions use. */
    void addParam(String name, Object value) {
        params.put(name, value);
    }

    String text() {
        return String.join("\n    and ", conditions);
    }

    Map<String, @Nullable Object> params() {
        return params;
    }
}
