package org.liudan.orders.search;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list of orders is asked for, as its address says it; every part may be empty. */
public record OrderFilter(Map<String, String> parts) {

    /** The parts that an address may have. */
    public static final Set<String> PARTS = Set.of(
            "tab",
            "did",
            "q",
            "light",
            "category",
            "grade",
            "channel",
            "department",
            "holder",
            "street",
            "community",
            "method",
            "step",
            "ring",
            "state",
            "rating",
            "supervised",
            "answered",
            "late",
            "clock",
            "unit",
            "from",
            "to",
            "closed-from",
            "closed-to",
            "sort",
            "size");

    public OrderFilter {
        parts = Map.copyOf(parts);
    }

    public static OrderFilter of(HttpServletRequest request) {
        var parts = new LinkedHashMap<String, String>();
        PARTS.forEach(part -> {
            var value = request.getParameter(part);
            if (value != null && !value.isBlank() && value.length() <= 1000) {
                parts.put(part, value.strip());
            }
        });
        return new OrderFilter(parts);
    }

    /** The orders raised from one day to another, both included; days as 2026-01-31. */
    public static OrderFilter raised(String from, String to) {
        return new OrderFilter(Map.of("from", from, "to", to));
    }

    public String get(String part) {
        return parts.getOrDefault(part, "");
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /** True when the most pressing come first: what is asked for, or what is usual for a list of work. */
    public boolean dueFirst() {
        return has("sort")
                ? get("sort").equals("due")
                : get("tab").equals("todo") || get("tab").equals("doing");
    }

    /** The same filter with a part changed; an empty value takes the part away. */
    public OrderFilter with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        if (value.isEmpty()) {
            changed.remove(part);
        } else {
            changed.put(part, value);
        }
        return new OrderFilter(changed);
    }

    /** The filter as the query of an address, beginning with a question mark. */
    public String query() {
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
