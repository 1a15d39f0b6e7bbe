package org.liudan.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liudan.engine.method.LocalizedText;
import org.liudan.identity.SignedIn;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.wording.FilterChoices;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The page of figures: how many orders came in, how they were handled, and how they were rated. */
@Controller
class FiguresPages {

    /** The splits shown, and the parameter of the ledger's filter that selects one line of each. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("unit", "department");
        TABLES.put("community", "community");
        TABLES.put("category", "category");
        TABLES.put("channel", "channel");
        TABLES.put("grade", "grade");
    }

    private final Pages pages;
    private final Figures figures;
    private final MethodTables methods;
    private final Rulebook rulebook;

    FiguresPages(Pages pages, Figures figures, MethodTables methods, Rulebook rulebook) {
        this.pages = pages;
        this.figures = figures;
        this.methods = methods;
        this.rulebook = rulebook;
    }

    @GetMapping("/figures")
    View figures(HttpServletRequest request) {
        var viewer = SignedIn.required();
        var context = pages.screen(request);
        var today = context.calendar().dayOf(context.now());
        var filter = Figures.asked(OrderFilter.of(request), today);
        var tallies = figures.split(List.copyOf(TABLES.keySet()), filter, viewer);
        var tables = TABLES.entrySet().stream()
                .map(table -> new FiguresPage.Table(
                        table.getKey(), table.getValue(), lines(context, table.getKey(), tallies.by(table.getKey()))))
                .toList();
        return pages.show(
                "figures/figures",
                new FiguresPage(
                        filter,
                        tallies.whole(),
                        methods.of(filter, viewer, context),
                        tables,
                        methods.choices(context),
                        FilterChoices.streets(context),
                        figures.clocks("answered"),
                        figures.clocks("finished")));
    }

    private List<FiguresPage.Line> lines(PageContext context, String by, List<Tally> tallies) {
        var largest = tallies.stream().mapToLong(Tally::received).max().orElse(1);
        return tallies.stream()
                .map(tally -> new FiguresPage.Line(
                        name(context, by, tally.key()), tally, (int) (100 * tally.received() / largest)))
                .toList();
    }

    private String name(PageContext context, String by, String key) {
        if (key.isEmpty()) {
            return context.t("figures.none." + by);
        }
        return switch (by) {
            case "unit" -> context.unit(key);
            case "community" -> context.directory().regionName(key);
            case "category" -> context.category(key);
            default ->
                rulebook.inForce(context.directory().district()).stream()
                        .flatMap(method -> Stream.ofNullable(method.fields().get(by)))
                        .flatMap(field ->
                                Stream.<LocalizedText>ofNullable(field.choices().get(key)))
                        .findFirst()
                        .map(context::w)
                        .orElse(key);
        };
    }
}
