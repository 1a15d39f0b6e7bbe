package org.liudan.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.organisation.Category;
import org.liudan.registers.SubjectListMaker;
import org.liudan.registers.SubjectListPage.Narrowing;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.liudan.web.RegionChoices;

/** The select fields of the map's form that fit the layers shown. */
record MapForm(PageContext context, Layers layers, MapFilter filter) {

    List<Narrowing> narrowings() {
        var narrowings = new ArrayList<Narrowing>();
        narrowings.add(new Narrowing(
                "region", context.t("register.region"), filter.region(), new RegionChoices(context).all()));
        narrowings.add(narrowing(
                "light",
                Stream.of("red", "amber", "green").map(light -> new Choice(light, context.t("light." + light)))));
        if (filter.shows(MapFilter.ORDERS)) {
            addOrderNarrowings(narrowings);
        } else {
            layers.registers().stream()
                    .filter(register -> filter.show().equals(List.of(register.id())))
                    .flatMap(register ->
                            SubjectListMaker.narrowings(context, register, filter.subjects(register)).stream())
                    .filter(narrowing -> !narrowing.name().equals("region"))
                    .forEach(narrowings::add);
        }
        return narrowings;
    }

    private void addOrderNarrowings(List<Narrowing> narrowings) {
        var methods = layers.methods();
        narrowings.add(narrowing(
                "method", methods.stream().map(method -> new Choice(method.id(), context.w(method.name())))));
        methods.stream()
                .filter(method -> method.id().equals(filter.get("method")))
                .forEach(method -> narrowings.add(narrowing(
                        "step",
                        method.steps().values().stream().map(step -> new Choice(step.id(), context.w(step.name()))))));
        narrowings.add(narrowing(
                "category",
                context.directory().categories().values().stream()
                        .filter(Category::isGroup)
                        .map(category -> new Choice(category.code(), context.w(category.name())))));
        narrowings.add(new Narrowing(
                "state",
                context.t("filter.state"),
                filter.get("state").isEmpty() ? "open" : filter.get("state"),
                Stream.of("open", "closed", MapFilter.ANY)
                        .map(state -> new Choice(state, context.t("map.state." + state)))
                        .toList()));
    }

    private Narrowing narrowing(String part, Stream<Choice> choices) {
        return new Narrowing(part, context.t("filter." + part), filter.get(part), choices.toList());
    }
}
