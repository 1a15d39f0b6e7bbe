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
 * What the map is asked for, as its address says it.
 *
 * @param show the layers: {@code orders} and registers
 * @param parts what they are narrowed to; every part may be empty
 */
record MapFilter(List<String> show, Map<String, String> parts) {

    static final String ORDERS = "orders";
    static final String SHOW = "show";

    /** The state that leaves nothing out. */
    static final String ANY = "all";

    private static final int LONGEST = 200;
    /** What orders are narrowed by; the first line is of subjects too. */
    private static final List<String> COMMON = List.of("q", "light", "region", "street", "community");

    private static final List<String> OF_ORDERS =
            List.of("method", "step", "ring", "category", "grade", "channel", "department", "state", "from", "to");
    private static final List<String> OF_SUBJECTS = List.of("tab", "keeper", "step");

    /** The light of subjects that a tab of their list is about. */
    private static final Map<String, String> TABS = Map.of("red", "overdue", "amber", "soon");

    MapFilter {
        show = List.copyOf(show);
        parts = Map.copyOf(parts);
    }

    /** Reads the address; choices of registers stand under their own names. */
    static MapFilter of(HttpServletRequest request, List<Method> registers) {
        var asked = request.getParameterValues(SHOW);
        var show = asked == null
                ? List.of(ORDERS)
                : Arrays.stream(asked)
                        .flatMap(value -> Stream.of(value.split(",", -1)))
                        .distinct()
                        .toList();
        var parts = new TreeMap<String, String>();
        Stream.of(COMMON.stream(), OF_ORDERS.stream(), OF_SUBJECTS.stream(), own(show, registers))
                .flatMap(names -> names)
                .forEach(name -> {
                    var value = request.getParameter(name);
                    if (value != null && !value.isBlank() && value.length() <= LONGEST) {
                        parts.put(name, value.strip());
                    }
                });
        return new MapFilter(show, parts);
    }

    private static Stream<String> own(List<String> show, List<Method> registers) {
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

    /** The region that is asked for, by whatever name. */
    String region() {
        return Stream.of("region", "community", "street")
                .map(this::get)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The orders that are asked for: those open, unless another state is. */
    OrderFilter orders(Directory directory) {
        var asked = new LinkedHashMap<String, String>();
        Stream.concat(Stream.of("q", "light"), OF_ORDERS.stream())
                .filter(parts::containsKey)
                .forEach(part -> asked.put(part, get(part)));
        asked.putIfAbsent("state", "open");
        asked.remove("state", ANY);
        if (!region().isEmpty()) {
            directory
                    .regionAt(region(), "community")
                    .ifPresentOrElse(
                            community -> asked.put("community", community), () -> asked.put("street", region()));
        }
        return new OrderFilter(asked);
    }

    /** The subjects of a register that are asked for. */
    SubjectFilter subjects(Method register) {
        var asked = new LinkedHashMap<String, String>();
        Stream.of(Stream.of("q"), OF_SUBJECTS.stream(), register.register().orElseThrow().filters().stream())
                .flatMap(names -> names)
                .filter(parts::containsKey)
                .forEach(part -> asked.put(part, get(part)));
        if (TABS.containsKey(get("light"))) {
            asked.put("tab", TABS.getOrDefault(get("light"), ""));
        }
        if (!region().isEmpty()) {
            asked.put("region", region());
        }
        return new SubjectFilter(register.id(), asked);
    }

    /** The same with a part changed; an empty value takes it away. */
    MapFilter with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        if (part.equals("region")) {
            changed.keySet().removeAll(List.of("street", "community"));
        }
        changed.put(part, value);
        changed.values().removeIf(String::isEmpty);
        return new MapFilter(show, changed);
    }

    /** The query of an address that asks for this, beginning with a question mark. */
    String query() {
        return "?" + SHOW + "=" + String.join(",", show)
                + new TreeMap<>(parts)
                        .entrySet().stream()
                                .map(part -> "&" + part.getKey() + "="
                                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining());
    }
}
