package org.liudan.orders;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.kit.Pages;
import org.liudan.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The sheet of one order (交办单), laid out for paper. */
@Controller
class PrintPages {

    private final Pages pages;
    private final VisibleOrders orders;
    private final OrderPageMaker maker;

    PrintPages(Pages pages, VisibleOrders orders, OrderPageMaker maker) {
        this.pages = pages;
        this.orders = orders;
        this.maker = maker;
    }

    @GetMapping("/orders/{number}/print")
    View sheet(HttpServletRequest request, @PathVariable String number) {
        var viewer = SignedIn.required();
        var order = orders.find(viewer, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pages.show(
                "orders/print",
                maker.page(pages.screen(request), viewer, order, OrderPageMaker.Wish.show("", "", WayBack.NONE)));
    }
}
