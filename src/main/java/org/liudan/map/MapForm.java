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

/** What the map can be narrowed by: what fits the layers that it shows. */
record MapForm(PageContext screen, Layers layers, MapFilter filter) {

    List<Narrowing> narrowings() {
        var narrowings = new ArrayList<Narrowing>();
        narrowings.add(
                new Narrowing("region", screen.t("register.region"), filter.region(), new RegionChoices(screen).all()));
        narrowings.add(one(
                "light",
                Stream.of("red", "amber", "green").map(light -> new Choice(light, screen.t("light." + light)))));
        if (filter.shows(MapFilter.ORDERS)) {
            ofOrders(narrowings);
        } else {
            layers.registers().stream()
                    .filter(register -> filter.show().equals(List.of(register.id())))
                    .flatMap(register ->
                            SubjectListMaker.narrowings(screen, register, filter.subjects(register)).stream())
                    .filter(narrowing -> !narrowing.name().equals("region"))
                    .forEach(narrowings::add);
        }
        return narrowings;
    }

    private void ofOrders(List<Narrowing> narrowings) {
        var methods = layers.methods();
        narrowings.add(one("method", methods.stream().map(method -> new Choice(method.id(), screen.w(method.name())))));
        methods.stream()
                .filter(method -> method.id().equals(filter.get("method")))
                .forEach(method -> narrowings.add(one(
                        "step",
                        method.steps().values().stream().map(step -> new Choice(step.id(), screen.w(step.name()))))));
        narrowings.add(one(
                "category",
                screen.directory().categories().values().stream()
                        .filter(Category::isGroup)
                        .map(category -> new Choice(category.code(), screen.w(category.name())))));
        narrowings.add(new Narrowing(
                "state",
                screen.t("filter.state"),
                filter.get("state").isEmpty() ? "open" : filter.get("state"),
                Stream.of("open", "closed", MapFilter.ANY)
                        .map(state -> new Choice(state, screen.t("map.state." + state)))
                        .toList()));
    }

    private Narrowing one(String part, Stream<Choice> choices) {
        return new Narrowing(part, screen.t("filter." + part), filter.get(part), choices.toList());
    }
}
