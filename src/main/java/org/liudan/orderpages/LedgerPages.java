package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.identity.SignedIn;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The ledger, on the page and as Excel. */
@Controller
class LedgerPages {

    private static final int SIZE = 50;

    private final Pages pages;
    private final OrderLists lists;
    private final ListedOrders listed;
    private final Audit audit;

    LedgerPages(Pages pages, OrderLists lists, ListedOrders listed, Audit audit) {
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.audit = audit;
    }

    @GetMapping("/ledger")
    View ledger(HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
        var viewer = SignedIn.required();
        var filter = OrderFilter.of(request);
        var context = pages.screen(request);
        var page = lists.page(filter, viewer, after, SIZE);
        var count = after.isEmpty() ? lists.count(filter, viewer, page) : lists.count(filter, viewer);
        return pages.show(
                "orders/ledger",
                new LedgerPage(
                        filter,
                        count >= OrderLists.MOST_COUNTED ? context.t("list.more-than", count) : String.valueOf(count),
                        listed.of(page.rows(), context),
                        page.next().map(next -> "/ledger" + filter.query() + "&after=" + next),
                        after.isEmpty() ? Optional.empty() : Optional.of("/ledger" + filter.query()),
                        listed.choices(context, filter, "/ledger", true)));
    }

    @GetMapping("/ledger.xlsx")
    public void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var viewer = SignedIn.required();
        var filter = OrderFilter.of(request);
        var context = pages.screen(request);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", "ledger" + filter.query(), true);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(context.t("ledger.title") + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        new LedgerSheet(context, listed).write(response.getOutputStream(), row -> lists.forEach(filter, viewer, row));
    }
}
