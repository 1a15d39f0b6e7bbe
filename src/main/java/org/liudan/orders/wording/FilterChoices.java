package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderFilter;
import org.liudan.organisation.Category;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/**
 * The form that narrows a list, and the filter that narrows it now.
 *
 * @param hidden parts of the filter that have no input in the form
 * @param chips the parts of the filter in words, each with the address without it
 */
public record FilterChoices(List<Select> selects, List<Choice> hidden, List<Chip> chips) {

    /** The parts that have an input other than a select. */
    private static final Set<String> TYPED = Set.of("q", "from", "to", "sort", "size");

    /** The choices for one part of the filter. */
    public record Select(String part, String label, String value, List<Choice> choices) {}

    /** One part of the filter in words. */
    public record Chip(String label, String address) {}

    /**
     * The choices for a list.
     *
     * @param methods the methods in force; steps and grades are those of the chosen method
     * @param full true for the inputs of the ledger, false for the fewer inputs of a desk
     */
    static FilterChoices of(PageContext context, List<Method> methods, OrderFilter filter, String path, boolean full) {
        var form = new FilterForm(context, methods, filter);
        var selects = form.selects(full);
        var chips = new FilterChips(context, methods, filter, path);
        return new FilterChoices(selects, form.hidden(selects, full), chips.all());
    }

    /** The streets of the district. */
    public static List<Choice> streets(PageContext context) {
        return context.directory().streets().stream()
                .map(street -> new Choice(street.code(), street.name()))
                .toList();
    }

    private record FilterForm(PageContext context, List<Method> methods, OrderFilter filter) {

        List<Select> selects(boolean full) {
            var all = new ArrayList<Select>();
            all.add(select("light", Stream.of("red", "amber", "green").map(this::light)));
            if (methods.size() > 1) {
                all.add(select(
                        "method", methods.stream().map(method -> new Choice(method.id(), context.w(method.name())))));
            }
            var directory = context.directory();
            all.add(select(
                    "category",
                    directory.categories().values().stream()
                            .filter(Category::isGroup)
                            .map(category -> new Choice(category.code(), context.w(category.name())))));
            var chosen = methods.size() > 1
                    ? methods.stream()
                            .filter(method -> method.id().equals(filter.get("method")))
                            .toList()
                    : methods;
            all.add(select("grade", choices(chosen, "grade")));
            all.add(select(
                    "step",
                    chosen.stream()
                            .flatMap(method -> method.steps().values().stream())
                            .filter(step -> step.open() || full)
                            .map(step -> new Choice(step.id(), context.w(step.name())))));
            if (full) {
                var offering = chosen.isEmpty() ? methods : chosen;
                all.add(select("channel", choices(offering, "channel")));
                all.add(select("street", streets(context).stream()));
                all.add(select(
                        "department",
                        directory.ofKind("department").stream()
                                .map(unit -> new Choice(unit.code(), context.w(unit.name())))));
                all.add(select("rating", choices(offering, "rating")));
                all.add(select(
                        "state",
                        Stream.of("open", "closed", "withdrawn", "explained", "merged")
                                .map(this::state)));
            }
            return all.stream().filter(select -> !select.choices().isEmpty()).toList();
        }

        /** The parts of the filter without an input, sent as hidden fields. */
        List<Choice> hidden(List<Select> selects, boolean full) {
            var offered = selects.stream()
                    .filter(select -> select.choices().stream()
                            .anyMatch(choice -> choice.value().equals(select.value())))
                    .map(Select::part)
                    .collect(Collectors.toSet());
            return new TreeSet<>(filter.parts().keySet())
                    .stream()
                            .filter(part ->
                                    !offered.contains(part) && !(TYPED.contains(part) && (full || !isDay(part))))
                            .filter(part -> !part.equals("sort") || full)
                            .map(part -> new Choice(part, filter.get(part)))
                            .toList();
        }

        private static boolean isDay(String part) {
            return part.equals("from") || part.equals("to");
        }

        private Select select(String part, Stream<Choice> choices) {
            return new Select(part, context.t("filter." + part), filter.get(part), choices.toList());
        }

        private Choice light(String light) {
            return new Choice(light, context.t("light." + light));
        }

        private Choice state(String state) {
            return new Choice(state, context.t("state." + state));
        }

        private Stream<Choice> choices(Collection<Method> methods, String field) {
            return methods.stream()
                    .flatMap(method -> Stream.ofNullable(method.fields().get(field)))
                    .flatMap(declared -> declared.choices().entrySet().stream())
                    .map(choice -> new Choice(choice.getKey(), context.w(choice.getValue())))
                    .collect(Collectors.toMap(
                            Choice::value, Function.identity(), (first, same) -> first, LinkedHashMap::new))
                    .values()
                    .stream();
        }
    }
}
