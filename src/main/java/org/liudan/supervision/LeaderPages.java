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

/** The page of a leader: what my communities wait for, who is late, what I press. */
@Controller
class LeaderPages {

    private static final int SHOWN = 20;

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
        var all = new OrderFilter(Map.of("community", String.join(",", communities(context, viewer)), "sort", "due"));
        return pages.show(
                "supervision/leader",
                new LeaderPage(
                        lateness.countsByCommunity(all, viewer).stream()
                                .map(one -> new LeaderPage.WaitingCommunity(
                                        one.community(),
                                        context.directory().regionName(one.community()),
                                        one.open(),
                                        one.overdue(),
                                        one.bad()))
                                .toList(),
                        lateness.overdueByUnit(all, viewer).stream()
                                .map(one -> new LeaderPage.LateUnit(
                                        one.unit(), context.unit(one.unit()), one.overdue(), context.due(one.since())))
                                .toList(),
                        first(context, viewer, all.with("light", "red")),
                        first(context, viewer, all.with("supervised", "yes").with("state", "open"))));
    }

    private List<ListedOrder> first(PageContext context, Viewer viewer, OrderFilter filter) {
        return listedOrders.of(lists.page(filter, viewer, "", SHOWN).rows(), context);
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
