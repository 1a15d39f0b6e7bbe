package org.liudan.map;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderFilter;
import org.liudan.organisation.Directory;
import org.liudan.registers.SubjectFilter;

/**
 * The filter of the map, as its address gives it.
 *
 * @param show the ids of the layers: {@code orders} and registers
 * @param parts the values that the layers are narrowed to, by parameter name; a missing part does not narrow
 */
record MapFilter(List<String> show, Map<String, String> parts) {

    static final String ORDERS = "orders";
    static final String SHOW = "show";

    /** The value of {@code state} that selects open and closed orders. */
    static final String ANY = "all";

    private static final int MAX_LENGTH = 200;
    /** The parameters that narrow orders and subjects. */
    private static final List<String> COMMON = List.of("q", "light", "region", "street", "community");

    /** The parameters that narrow orders only. */
    private static final List<String> OF_ORDERS =
            List.of("method", "step", "ring", "category", "grade", "channel", "department", "state", "from", "to");
    /** The parameters that narrow subjects only. */
    private static final List<String> OF_SUBJECTS = List.of("tab", "keeper", "step");

    /** The tab of a list of subjects for each light. */
    private static final Map<String, String> TABS = Map.of("red", "overdue", "amber", "soon");

    MapFilter {
        show = List.copyOf(show);
        parts = Map.copyOf(parts);
    }

    /** Reads the filter from the address; a register's own filters use their field ids as parameter names. */
    static MapFilter of(HttpServletRequest request, List<Method> registers) {
        var values = request.getParameterValues(SHOW);
        var show = values == null
                ? List.of(ORDERS)
                : Arrays.stream(values)
                        .flatMap(value -> Stream.of(value.split(",", -1)))
                        .distinct()
                        .toList();
        var parts = new TreeMap<String, String>();
        Stream.of(COMMON.stream(), OF_ORDERS.stream(), OF_SUBJECTS.stream(), registerFilters(show, registers))
                .flatMap(names -> names)
                .forEach(name -> {
                    var value = request.getParameter(name);
                    if (value != null && !value.isBlank() && value.length() <= MAX_LENGTH) {
                        parts.put(name, value.strip());
                    }
                });
        return new MapFilter(show, parts);
    }

    private static Stream<String> registerFilters(List<String> show, List<Method> registers) {
        return registers.stream()
                .filter(register -> show.contains(register.id()))
                .flatMap(register -> register.register().orElseThrow().filters().stream());
    }

    boolean shows(String layer) {
        return show.contains(layer);
    }

    String get(String part) {
        return parts.getOrDefault(part, "");
    }

    /** Returns the code of the requested region, whichever parameter names it; may be empty. */
    String region() {
        return Stream.of("region", "community", "street")
                .map(this::get)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the filter of the requested orders; without a state, only open ones. */
    OrderFilter orders(Directory directory) {
        var requested = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("q", "light"), OF_ORDERS.stream())
                .filter(parts::containsKey)
                .forEach(part -> requested.put(part, get(part)));
        requested.putIfAbsent("state", "open");
        requested.remove("state", ANY);
        if (!region().isEmpty()) {
            directory
                    .regionAt(region(), "community")
                    .ifPresentOrElse(
                            community -> requested.put("community", community),
                            () -> requested.put("street", region()));
        }
        return new OrderFilter(requested);
    }

    /** Returns the filter of the requested subjects of a register. */
    SubjectFilter subjects(Method register) {
        var requested = new LinkedHashMap<String, String>();
        Stream.of(Stream.of("q"), OF_SUBJECTS.stream(), register.register().orElseThrow().filters().stream())
                .flatMap(names -> names)
                .filter(parts::containsKey)
                .forEach(part -> requested.put(part, get(part)));
        if (TABS.containsKey(get("light"))) {
            requested.put("tab", TABS.getOrDefault(get("light"), ""));
        }
        if (!region().isEmpty()) {
            requested.put("region", region());
        }
        return new SubjectFilter(register.id(), requested);
    }

    /** Returns this filter with one part changed; an empty value removes the part. */
    MapFilter with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        if (part.equals("region")) {
            changed.keySet().removeAll(List.of("street", "community"));
        }
        changed.put(part, value);
        changed.values().removeIf(String::isEmpty);
        return new MapFilter(show, changed);
    }

    /** Returns the query string of this filter, with the question mark. */
    String query() {
        return "?" + SHOW + "=" + String.join(",", show)
                + new TreeMap<>(parts)
                        .entrySet().stream()
                                .map(part -> "&" + part.getKey() + "="
                                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining());
    }
}
