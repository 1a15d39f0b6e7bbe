package org.liudan.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Figures: how much came in, how it was handled, how it was rated. */
@Controller
class FiguresPages {

    /** What is shown, and the part of a ledger filter that picks out one row of it. */
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
        var screen = pages.screen(request);
        var today = screen.calendar().dayOf(screen.now());
        var filter = Figures.asked(OrderFilter.of(request), today);
        var tallies = figures.split(List.copyOf(TABLES.keySet()), filter, viewer);
        var tables = TABLES.entrySet().stream()
                .map(table -> new FiguresPage.Table(
                        table.getKey(), table.getValue(), lines(screen, table.getKey(), tallies.by(table.getKey()))))
                .toList();
        return pages.show(
                "figures/figures",
                new FiguresPage(
                        filter,
                        tallies.whole(),
                        methods.of(filter, viewer, screen),
                        tables,
                        methods.choices(screen),
                        FilterChoices.streets(screen),
                        figures.clocks("answered"),
                        figures.clocks("finished")));
    }

    private List<FiguresPage.Line> lines(PageContext screen, String by, List<Tally> tallies) {
        var most = tallies.stream().mapToLong(Tally::received).max().orElse(1);
        return tallies.stream()
                .map(tally -> new FiguresPage.Line(
                        name(screen, by, tally.key()), tally, (int) (100 * tally.received() / most)))
                .toList();
    }

    private String name(PageContext screen, String by, String key) {
        if (key.isEmpty()) {
            return screen.t("figures.none." + by);
        }
        return switch (by) {
            case "unit" -> screen.unit(key);
            case "community" -> screen.directory().regionName(key);
            case "category" -> screen.category(key);
            default ->
                rulebook.inForce(screen.directory().district()).stream()
                        .flatMap(method -> java.util.stream.Stream.ofNullable(
                                method.fields().get(by)))
                        .flatMap(field -> java.util.stream.Stream.<LocalizedText>ofNullable(
                                field.choices().get(key)))
                        .findFirst()
                        .map(screen::w)
                        .orElse(key);
        };
    }
}
