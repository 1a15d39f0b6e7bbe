package org.liudan.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.liudan.calendar.DateTexts;
import org.liudan.identity.SignedIn;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.organisation.Region;
import org.liudan.organisation.Unit;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The briefing that street and community give to the attached leader each month. */
@Controller
class BriefingPages {

    private static final int MOST = 200;

    private final Pages pages;
    private final Figures figures;
    private final OrderLists lists;

    BriefingPages(Pages pages, Figures figures, OrderLists lists) {
        this.pages = pages;
        this.figures = figures;
        this.lists = lists;
    }

    @GetMapping("/briefing")
    View briefing(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String community) {
        var viewer = SignedIn.required();
        var screen = pages.screen(request);
        var now = YearMonth.from(screen.calendar().dayOf(screen.now()));
        var chosenMonth = DateTexts.month(month).orElse(now.minusMonths(1));
        var communities = communities(screen);
        var chosen = communities.stream()
                .filter(choice -> choice.value().equals(community))
                .findFirst()
                .orElse(communities.isEmpty() ? new Choice("", "") : communities.get(0));
        var filter = OrderFilter.raised(
                        chosenMonth.atDay(1).toString(),
                        chosenMonth.atEndOfMonth().toString())
                .with("community", chosen.value());
        return pages.show(
                "figures/briefing",
                new BriefingPage(
                        chosenMonth.toString(),
                        screen.t(
                                "briefing.month.name",
                                String.valueOf(chosenMonth.getYear()),
                                chosenMonth.getMonthValue()),
                        chosen.value(),
                        chosen.label(),
                        figures.whole(filter, viewer),
                        lists.page(filter.with("state", "open").with("sort", "due"), viewer, "", MOST)
                                .rows(),
                        lists.page(filter.with("state", "closed"), viewer, "", MOST)
                                .rows(),
                        IntStream.range(0, 12)
                                .mapToObj(now::minusMonths)
                                .map(one -> new Choice(one.toString(), one.toString()))
                                .toList(),
                        communities));
    }

    /** A community sees its own, a street its communities, a leader those attached, everybody else all. */
    private static List<Choice> communities(PageContext screen) {
        var directory = screen.directory();
        var unit = directory.unit(SignedIn.required().seat().unit()).orElseThrow();
        return directory.regions().values().stream()
                .filter(region -> region.level().equals("community"))
                .filter(region -> switch (unit.kind()) {
                    case "community" -> region.code().equals(unit.region());
                    case "street" -> region.parent().equals(unit.region());
                    case "leader" -> isAttached(screen, unit, region);
                    default -> true;
                })
                .map(region -> new Choice(region.code(), directory.regionName(region.code())))
                .toList();
    }

    private static boolean isAttached(PageContext screen, Unit leader, Region region) {
        return screen.directory().attachedUnits(leader.code()).stream()
                .anyMatch(unit -> unit.region().equals(region.code()));
    }
}
