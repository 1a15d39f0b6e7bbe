package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.orderpages.OrderPageMaker.OrderPageState;
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

/**
 * The pages on which a list is worked through one order at a time: the street's weekly meeting (每周梳理) and call-backs (评单).
 */
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

    /** The orders that the street has to decide; with {@code all}, every open order of the street, whoever holds it. */
    @GetMapping("/meeting")
    View meeting(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(name = "do", defaultValue = "") String action) {
        var filter = new OrderFilter(all.isEmpty() ? Map.of("tab", "todo") : Map.of("state", "open", "sort", "due"));
        return show(request, "meeting", filter, !all.isEmpty(), at, action);
    }

    /** The orders that wait for a rating that the reader may record for the resident, whatever their method calls that step. */
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
            HttpServletRequest request, String kind, OrderFilter filter, boolean allOpen, int at, String action) {
        var viewer = SignedIn.required();
        var context = pages.screen(request);
        var page = lists.page(filter, viewer, "", LIMIT);
        var rows = page.rows();
        int position = rows.isEmpty() ? 0 : Math.floorMod(at, rows.size());
        var returnTo = new ReturnTo(QueuePage.address(kind, allOpen, position));
        var current = rows.isEmpty()
                ? Optional.<OrderPage>empty()
                : desk.find(rows.get(position).heading().id())
                        .map(order -> maker.page(context, viewer, order, OrderPageState.of(action, "", returnTo)));
        return pages.show(
                "orders/through",
                new QueuePage(
                        kind,
                        allOpen,
                        position,
                        lists.count(filter, viewer, page),
                        current,
                        listed.of(rows, context),
                        context.day(context.now())));
    }
}
