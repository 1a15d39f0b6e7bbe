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

/** The filter of a list of subjects, as query parameters of its address. Every parameter may be empty. */
public record SubjectFilter(String register, Map<String, String> parts) {

    /** The tabs of a list; their ids are in addresses and message keys. */
    enum SubjectTab {
        KEPT,
        OVERDUE,
        SOON,
        NEVER,
        LEFT;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A visit that is due within this time is due soon. */
    public static final Duration SOON = Duration.ofDays(30);

    /** The parameter for subjects that were neither entered nor visited since a day, written as 2026-10-31. */
    static final String NOT_SEEN_SINCE = "unseen";

    private static final List<String> PARTS = List.of("tab", "q", "region", "keeper", "step", NOT_SEEN_SINCE);
    private static final int MAX_LENGTH = 200;

    public SubjectFilter {
        parts = Map.copyOf(parts);
    }

    /** Reads the filter from the request. Parameters that the register does not have are ignored. */
    public static SubjectFilter of(HttpServletRequest request, Method register) {
        var parts = new LinkedHashMap<String, String>();
        parts(register).forEach(part -> {
            var value = request.getParameter(part);
            if (value != null && !value.isBlank() && value.length() <= MAX_LENGTH) {
                parts.put(part, value.strip());
            }
        });
        return new SubjectFilter(register.id(), parts);
    }

    /** The names of the parameters of a register's list, with the fields that the register filters by. */
    public static List<String> parts(Method register) {
        return Stream.concat(PARTS.stream(), register.register().orElseThrow().filters().stream())
                .toList();
    }

    /** The ids of all tabs. */
    public static List<String> tabs() {
        return Stream.of(SubjectTab.values()).map(SubjectTab::id).toList();
    }

    /** The value of a parameter; empty if it is not set. */
    public String get(String part) {
        return parts.getOrDefault(part, "");
    }

    /** True for the lists of due visits, which are sorted by due date. */
    boolean sortsByDue() {
        return tab() == SubjectTab.OVERDUE || tab() == SubjectTab.SOON;
    }

    SubjectTab tab() {
        return Stream.of(SubjectTab.values())
                .filter(tab -> tab.id().equals(get("tab")))
                .findFirst()
                .orElse(SubjectTab.KEPT);
    }

    /** True if the list is filtered by something besides its tab. */
    boolean isNarrowed() {
        return parts.keySet().stream().anyMatch(part -> !part.equals("tab"));
    }

    /** The address of the list with one parameter changed; an empty value removes the parameter. */
    public String with(String part, String value) {
        var changed = new LinkedHashMap<>(parts);
        changed.put(part, value);
        return address(changed);
    }

    /** The address of the list with this filter. */
    public String address() {
        return address(parts);
    }

    /** The address of the list as a sheet. */
    String exportAddress() {
        return address().replaceFirst("/registers/[^?]+", "$0.xlsx");
    }

    /** The address of the map with the subjects of this list. */
    String mapAddress() {
        return address().replaceFirst("/registers/[^?]+\\??", "/map?show=" + register + "&");
    }

    private String address(Map<String, String> params) {
        var query = params.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return "/registers/" + register + (query.isEmpty() ? "" : "?" + query);
    }
}
