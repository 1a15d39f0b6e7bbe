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

/** The monthly briefing of a community for the leader attached to it. */
@Controller
class BriefingPages {

    private static final int MAX_ORDERS = 200;

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
        var context = pages.screen(request);
        var thisMonth = YearMonth.from(context.calendar().dayOf(context.now()));
        var chosenMonth = DateTexts.month(month).orElse(thisMonth.minusMonths(1));
        var communities = communities(context);
        var chosenCommunity = communities.stream()
                .filter(choice -> choice.value().equals(community))
                .findFirst()
                .orElse(communities.isEmpty() ? new Choice("", "") : communities.get(0));
        var filter = OrderFilter.raised(
                        chosenMonth.atDay(1).toString(),
                        chosenMonth.atEndOfMonth().toString())
                .with("community", chosenCommunity.value());
        return pages.show(
                "figures/briefing",
                new BriefingPage(
                        chosenMonth.toString(),
                        context.t(
                                "briefing.month.name",
                                String.valueOf(chosenMonth.getYear()),
                                chosenMonth.getMonthValue()),
                        chosenCommunity.value(),
                        chosenCommunity.label(),
                        figures.whole(filter, viewer),
                        lists.page(filter.with("state", "open").with("sort", "due"), viewer, "", MAX_ORDERS)
                                .rows(),
                        lists.page(filter.with("state", "closed"), viewer, "", MAX_ORDERS)
                                .rows(),
                        IntStream.range(0, 12)
                                .mapToObj(thisMonth::minusMonths)
                                .map(each -> new Choice(each.toString(), each.toString()))
                                .toList(),
                        communities));
    }

    /** Returns the communities to choose from: a community sees itself, a street its communities, a leader the attached ones, others all. */
    private static List<Choice> communities(PageContext context) {
        var directory = context.directory();
        var unit = directory.unit(SignedIn.required().seat().unit()).orElseThrow();
        return directory.regions().values().stream()
                .filter(region -> region.level().equals("community"))
                .filter(region -> switch (unit.kind()) {
                    case "community" -> region.code().equals(unit.region());
                    case "street" -> region.parent().equals(unit.region());
                    case "leader" -> isAttached(context, unit, region);
                    default -> true;
                })
                .map(region -> new Choice(region.code(), directory.regionName(region.code())))
                .toList();
    }

    private static boolean isAttached(PageContext context, Unit leader, Region region) {
        return context.directory().attachedUnits(leader.code()).stream()
                .anyMatch(unit -> unit.region().equals(region.code()));
    }
}
