package org.liudan.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;

/** What a list of subjects is asked for, as its address says it; every part may be empty. */
public record SubjectFilter(String register, Map<String, String> parts) {

    /** Which subjects a tab shows. */
    enum Tab {
        KEPT,
        OVERDUE,
        SOON,
        NEVER,
        LEFT;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How far ahead what is due soon is due. */
    public static final Duration SOON = Duration.ofDays(30);

    /** The day since which a subject was neither entered nor visited. */
    static final String UNSEEN = "unseen";

    private static final List<String> PARTS = List.of("tab", "q", "region", "keeper", "step", UNSEEN);
    private static final int LONGEST = 200;

    public SubjectFilter {
        parts = Map.copyOf(parts);
    }

    /** Reads the address; a choice of the register stands under its own name. */
    public static SubjectFilter of(HttpServletRequest request, Method register) {
        var parts = new LinkedHashMap<String, String>();
        parts(register).forEach(part -> {
            var value = request.getParameter(part);
            if (value != null && !value.isBlank() && value.length() <= LONGEST) {
                parts.put(part, value.strip());
            }
        });
        return new SubjectFilter(register.id(), parts);
    }

    /** What a list of the register can be asked for. */
    public static List<String> parts(Method register) {
        return Stream.concat(PARTS.stream(), register.register().orElseThrow().filters().stream())
                .toList();
    }

    /** The tabs there are. */
    public static List<String> tabs() {
        return Stream.of(Tab.values()).map(Tab::id).toList();
    }

    public String get(String part) {
        return parts.getOrDefault(part, "");
    }

    /** True for lists about visits, which begin with the longest overdue. */
    boolean byDue() {
        return tab() == Tab.OVERDUE || tab() == Tab.SOON;
    }

    Tab tab() {
        return Stream.of(Tab.values())
                .filter(tab -> tab.id().equals(get("tab")))
                .findFirst()
                .orElse(Tab.KEPT);
    }

    /** True when the list is narrowed by something besides its tab. */
    boolean narrowed() {
        return parts.keySet().stream().anyMatch(part -> !part.equals("tab"));
    }

    /** The address of the list with a part changed; an empty value takes the part away. */
    public String with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        changed.put(part, value);
        return address(changed);
    }

    /** The address of the list. */
    public String address() {
        return address(parts);
    }

    /** The address of the list as a sheet. */
    String export() {
        return address().replaceFirst("/registers/[^?]+", "$0.xlsx");
    }

    /** The address of the map of these. */
    String map() {
        return address().replaceFirst("/registers/[^?]+\\??", "/map?show=" + register + "&");
    }

    private String address(Map<String, String> asked) {
        var query = asked.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return "/registers/" + register + (query.isEmpty() ? "" : "?" + query);
    }
}
