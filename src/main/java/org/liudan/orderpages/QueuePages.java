package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.search.FilterConditions;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Working through a list one by one: the street's weekly meeting (每周梳理), and calling residents back (评单). */
@Controller
class QueuePages {

    private static final int LIMIT = 100;

    private final Pages pages;
    private final OrderLists lists;
    private final OrderDesk desk;
    private final OrderPageMaker maker;
    private final ListedOrders listed;

    QueuePages(Pages pages, OrderLists lists, OrderDesk desk, OrderPageMaker maker, ListedOrders listed) {
        this.pages = pages;
        this.lists = lists;
        this.desk = desk;
        this.maker = maker;
        this.listed = listed;
    }

    /** What the street has to decide; with {@code all}, everything open in the street, wherever it is. */
    @GetMapping("/meeting")
    View meeting(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(name = "do", defaultValue = "") String action) {
        var filter = new OrderFilter(all.isEmpty() ? Map.of("tab", "todo") : Map.of("state", "open", "sort", "due"));
        return show(request, "meeting", filter, !all.isEmpty(), at, action);
    }

    /** What waits for the resident's rating and may be rated for them, whatever its method calls that step. */
    @GetMapping("/callbacks")
    View callbacks(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(name = "do", defaultValue = "") String action) {
        return show(
                request,
                "callbacks",
                new OrderFilter(Map.of("tab", FilterConditions.TO_RATE, "sort", "due")),
                false,
                at,
                action);
    }

    private View show(
            HttpServletRequest request, String kind, OrderFilter filter, boolean whole, int at, String action) {
        var viewer = SignedIn.required();
        var context = pages.context(request);
        var page = lists.page(filter, viewer, "", LIMIT);
        var rows = page.rows();
        int here = rows.isEmpty() ? 0 : Math.floorMod(at, rows.size());
        var back = new ReturnTo(QueuePage.address(kind, whole, here));
        var current = rows.isEmpty()
                ? Optional.<OrderPage>empty()
                : desk.find(rows.get(here).heading().id())
                        .map(order -> maker.page(context, viewer, order, OrderPageMaker.Wish.show(action, "", back)));
        return pages.show(
                "orders/through",
                new QueuePage(
                        kind,
                        whole,
                        here,
                        lists.count(filter, viewer, page),
                        current,
                        listed.of(rows, context),
                        context.day(context.now())));
    }
}
