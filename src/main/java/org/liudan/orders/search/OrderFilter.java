package org.liudan.orders.search;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list of orders is narrowed to, as in the query of its address. Every part may be missing. */
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

    /** The filter for orders raised from one day to another, both included; days as 2026-01-31. */
    public static OrderFilter raised(String from, String to) {
        return new OrderFilter(Map.of("from", from, "to", to));
    }

    public String get(String part) {
        return parts.getOrDefault(part, "");
    }

    /** The values of a part that may hold several, separated by commas. */
    List<String> values(String part) {
        return List.of(get(part).split(",", -1));
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /** True if the order with the next deadline comes first: as the filter asks, else the default of a list of work. */
    public boolean dueFirst() {
        return has("sort")
                ? get("sort").equals("due")
                : get("tab").equals("todo") || get("tab").equals("doing");
    }

    /** The same filter with one part changed; an empty value removes the part. */
    public OrderFilter with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        if (value.isEmpty()) {
            changed.remove(part);
        } else {
            changed.put(part, value);
        }
        return new OrderFilter(changed);
    }

    /** The filter as the query of an address, with the leading question mark. */
    public String query() {
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
