package org.liudan.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.wording.ListedOrder;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.organisation.Unit;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The page of a leader: the orders of the attached communities, who is late, and the orders under supervision. */
@Controller
class LeaderPages {

    private static final int MAX_SHOWN = 20;

    private final Pages pages;
    private final Lateness lateness;
    private final OrderLists lists;
    private final ListedOrders listedOrders;

    LeaderPages(Pages pages, Lateness lateness, OrderLists lists, ListedOrders listedOrders) {
        this.pages = pages;
        this.lateness = lateness;
        this.lists = lists;
        this.listedOrders = listedOrders;
    }

    @GetMapping("/leader")
    View leader(HttpServletRequest request) {
        var viewer = SignedIn.required();
        if (!viewer.has("leader") && !viewer.has("inspector") && !viewer.has("discipline")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var context = pages.screen(request);
        var filter =
                new OrderFilter(Map.of("community", String.join(",", communities(context, viewer)), "sort", "due"));
        return pages.show(
                "supervision/leader",
                new LeaderPage(
                        lateness.countsByCommunity(filter, viewer).stream()
                                .map(counts -> new LeaderPage.WaitingCommunity(
                                        counts.community(),
                                        context.directory().regionName(counts.community()),
                                        counts.open(),
                                        counts.overdue(),
                                        counts.bad()))
                                .toList(),
                        lateness.overdueByUnit(filter, viewer).stream()
                                .map(overdue -> new LeaderPage.LateUnit(
                                        overdue.unit(),
                                        context.unit(overdue.unit()),
                                        overdue.overdue(),
                                        context.due(overdue.since())))
                                .toList(),
                        first(context, viewer, filter.with("light", "red")),
                        first(context, viewer, filter.with("supervised", "yes").with("state", "open"))));
    }

    private List<ListedOrder> first(PageContext context, Viewer viewer, OrderFilter filter) {
        return listedOrders.of(lists.page(filter, viewer, "", MAX_SHOWN).rows(), context);
    }

    /** The communities attached to a leader; for an office of supervision, all of the district. */
    private static List<String> communities(PageContext context, Viewer viewer) {
        var units = viewer.has("leader")
                ? context.directory().attachedUnits(viewer.seat().unit())
                : context.directory().ofKind("community");
        return units.stream()
                .filter(unit -> unit.kind().equals("community"))
                .map(Unit::region)
                .toList();
    }
}
