package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The desk of those who work on orders. */
@Controller
class DeskPages {

    /** The tab shown only to those who may read a confidential order. */
    private static final String CONFIDENTIAL = "confidential";

    private static final List<String> TABS = List.of("todo", "doing", "done", "supervised", CONFIDENTIAL);

    private final Pages pages;
    private final OrderLists lists;
    private final ListedOrders listed;

    DeskPages(Pages pages, OrderLists lists, ListedOrders listed) {
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
    }

    @GetMapping("/desk")
    View desk(HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
        var viewer = SignedIn.required();
        if (!viewer.handlesOrders()) {
            return new RedirectView(home(viewer));
        }
        var requested = OrderFilter.of(request);
        var filter = TABS.contains(requested.get("tab")) ? requested : requested.with("tab", TABS.get(0));
        var context = pages.screen(request);
        var size = filter.get("size").equals("50") ? 50 : 20;
        var page = lists.page(filter, viewer, after, size);
        return pages.show(
                "orders/desk",
                new DeskPage(
                        filter,
                        tabs(filter, viewer, context),
                        listed.of(page.rows(), context),
                        page.next().map(next -> "/desk" + filter.query() + "&after=" + next),
                        after.isEmpty() ? Optional.empty() : Optional.of("/desk" + filter.query()),
                        listed.choices(context, filter, "/desk", false)));
    }

    /** The first page of those who run the system and handle no orders. */
    private static String home(Viewer viewer) {
        return switch (viewer.seat().post()) {
            case "administrator" -> "/admin/calendar";
            case "security" -> "/admin/people";
            default -> "/admin/audit";
        };
    }

    private List<DeskPage.DeskTab> tabs(OrderFilter filter, Viewer viewer, PageContext context) {
        var counts = lists.countTabs(TABS, viewer);
        return IntStream.range(0, TABS.size())
                .filter(at -> counts.get(at) > 0 || !TABS.get(at).equals(CONFIDENTIAL))
                .mapToObj(at -> {
                    var tab = TABS.get(at);
                    int count = counts.get(at);
                    return new DeskPage.DeskTab(
                            tab,
                            count >= OrderLists.MOST_COUNTED
                                    ? context.t("list.more-than", count)
                                    : String.valueOf(count),
                            tab.equals(filter.get("tab")),
                            tab.equals("todo") && count > 0);
                })
                .toList();
    }
}
