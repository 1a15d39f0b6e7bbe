package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.identity.SignedIn;
import org.liudan.orderpages.OrderPageMaker.OrderPageState;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The printed form of one order: its sheet (交办单), or the notice that is served on a unit (督办通知单). */
@Controller
class PrintPages {

    private final Pages pages;
    private final VisibleOrders orders;
    private final OrderPageMaker maker;
    private final WrittenNotices notices;

    PrintPages(Pages pages, VisibleOrders orders, OrderPageMaker maker, WrittenNotices notices) {
        this.pages = pages;
        this.orders = orders;
        this.maker = maker;
        this.notices = notices;
    }

    @GetMapping("/orders/{number}/print")
    View sheet(HttpServletRequest request, @PathVariable String number) {
        var viewer = SignedIn.required();
        var order = orders.find(viewer, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var context = pages.screen(request);
        return notices.page(order, context)
                .map(notice -> pages.show("orders/notice", notice))
                .orElseGet(() -> pages.show(
                        "orders/print", maker.page(context, viewer, order, OrderPageState.of("", "", ReturnTo.NONE))));
    }
}
