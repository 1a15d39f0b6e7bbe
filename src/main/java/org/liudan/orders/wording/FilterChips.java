package org.liudan.orders.wording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.calendar.DateTexts;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderFilter;
import org.liudan.web.PageContext;

/** Describes the parts of a filter in words. */
record FilterChips(PageContext context, List<Method> methods, OrderFilter filter, String path) {

    private static final Set<String> NOT_NARROWING = Set.of("tab", "sort", "size");

    List<FilterChoices.Chip> all() {
        return new TreeSet<>(filter.parts().keySet())
                .stream()
                        .filter(part -> !NOT_NARROWING.contains(part))
                        .map(part -> new FilterChoices.Chip(
                                context.t("filter." + part)
                                        + context.t("mark.colon")
                                        + Stream.of(filter.get(part).split(",", -1))
                                                .map(value -> describe(part, value))
                                                .collect(Collectors.joining(context.t("mark.list"))),
                                path + filter.with(part, "").query()))
                        .toList();
    }

    private String describe(String part, String value) {
        return switch (part) {
            case "method" -> nameOf(method -> method.id().equals(value) ? method.name() : null, value);
            case "step" ->
                nameOf(
                        method -> method.steps().containsKey(value)
                                ? method.step(value).name()
                                : null,
                        value);
            case "ring" ->
                nameOf(
                        method -> method.rings().containsKey(value)
                                ? method.rings().get(value).name()
                                : null,
                        value);
            case "clock" ->
                nameOf(
                        method -> method.clocks().containsKey(value)
                                ? method.clock(value).name()
                                : null,
                        value);
            case "did" ->
                nameOf(
                        method -> method.actions().containsKey(value)
                                ? method.actions().get(value).name()
                                : null,
                        value);
            case "grade", "channel", "rating" ->
                nameOf(
                        method -> method.fields().containsKey(part)
                                ? method.field(part).choices().get(value)
                                : null,
                        value);
            case "light" -> knownValue(part, value, "red", "amber", "green");
            case "state" -> knownValue(part, value, "open", "closed", "withdrawn", "explained", "merged");
            case "late" -> knownValue(part, value, "yes", "no");
            case "supervised", "answered" -> context.t("form.yes");
            case "category" -> context.category(value);
            case "street", "community" -> context.directory().regionName(value);
            case "department", "unit", "holder" -> context.unit(value);
            case "from", "to", "closed-from", "closed-to" -> day(value);
            default -> value;
        };
    }

    /** The name in the chosen method, or else in the first method that has it. */
    private String nameOf(Function<Method, @org.jspecify.annotations.Nullable LocalizedText> name, String value) {
        return Stream.concat(
                        methods.stream().filter(method -> method.id().equals(filter.get("method"))), methods.stream())
                .flatMap(method -> Optional.ofNullable(name.apply(method)).stream())
                .findFirst()
                .map(context::w)
                .orElse(value);
    }

    private String knownValue(String part, String value, String... known) {
        return List.of(known).contains(value) ? context.t(part + "." + value) : value;
    }

    private String day(String value) {
        return DateTexts.read(value)
                .map(day -> context.day(
                        day.atStartOfDay(context.calendar().hours().zone()).toInstant()))
                .orElse(value);
    }
}
