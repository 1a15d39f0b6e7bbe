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
    private final ListedOrders listed;

    LeaderPages(Pages pages, Lateness lateness, OrderLists lists, ListedOrders listed) {
        this.pages = pages;
        this.lateness = lateness;
        this.lists = lists;
        this.listed = listed;
    }

    @GetMapping("/leader")
    View leader(HttpServletRequest request) {
        var viewer = SignedIn.required();
        if (!viewer.has("leader") && !viewer.has("inspector") && !viewer.has("discipline")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var screen = pages.screen(request);
        var all = new OrderFilter(Map.of("community", String.join(",", communities(screen, viewer)), "sort", "due"));
        return pages.show(
                "supervision/leader",
                new LeaderPage(
                        lateness.waiting(all, viewer).stream()
                                .map(one -> new LeaderPage.Waiting(
                                        one.community(),
                                        screen.directory().regionName(one.community()),
                                        one.open(),
                                        one.overdue(),
                                        one.bad()))
                                .toList(),
                        lateness.stuck(all, viewer).stream()
                                .map(one -> new LeaderPage.Stuck(
                                        one.unit(), screen.unit(one.unit()), one.overdue(), screen.due(one.since())))
                                .toList(),
                        first(screen, viewer, all.with("light", "red")),
                        first(screen, viewer, all.with("supervised", "yes").with("state", "open"))));
    }

    private List<ListedOrder> first(PageContext screen, Viewer viewer, OrderFilter filter) {
        return listed.of(lists.page(filter, viewer, "", SHOWN).rows(), screen);
    }

    /** The communities attached to a leader; for an office of supervision, all of the district. */
    private static List<String> communities(PageContext screen, Viewer viewer) {
        var units = viewer.has("leader")
                ? screen.directory().attachedUnits(viewer.seat().unit())
                : screen.directory().ofKind("community");
        return units.stream()
                .filter(unit -> unit.kind().equals("community"))
                .map(Unit::region)
                .toList();
    }
}
