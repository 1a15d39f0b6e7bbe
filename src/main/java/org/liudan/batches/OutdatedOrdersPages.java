package org.liudan.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.liudan.audit.Audit;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.store.OrderNumber;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Pages to migrate open orders to the version of their method in force: preview, choice and results. */
@Controller
class OutdatedOrdersPages {

    private final Pages pages;
    private final Rulebook rulebook;
    private final OutdatedOrders outdated;
    private final Batches batches;
    private final BatchStore store;
    private final Audit audit;

    OutdatedOrdersPages(
            Pages pages, Rulebook rulebook, OutdatedOrders outdated, Batches batches, BatchStore store, Audit audit) {
        this.pages = pages;
        this.rulebook = rulebook;
        this.outdated = outdated;
        this.batches = batches;
        this.store = store;
        this.audit = audit;
    }

    @GetMapping("/admin/rulebook/{method}/orders")
    View orders(HttpServletRequest request, @PathVariable String method) {
        return show(HttpStatus.OK, request, method, false);
    }

    /** Migrates the chosen orders; orders that are no longer outdated are ignored. */
    @PostMapping("/admin/rulebook/{method}/orders")
    View move(
            HttpServletRequest request,
            @PathVariable String method,
            @RequestParam(name = "order", defaultValue = "") Set<String> numbers) {
        var context = pages.screen(request);
        var inForce = inForce(context, method);
        var chosen = outdated.oldest(inForce).stream()
                .filter(order -> numbers.contains(number(order, context)))
                .map(Order::id)
                .toList();
        if (chosen.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, method, true);
        }
        long id = batches.create(
                method, Batch.REVERSION, Map.of(), SignedIn.required().actor(), chosen);
        audit.record(
                SignedIn.from(request.getRemoteAddr()),
                "rulebook-orders",
                method + " " + inForce.version() + " (" + chosen.size() + ")",
                true);
        return new RedirectView("/admin/rulebook/moves/" + id);
    }

    @GetMapping("/admin/rulebook/moves/{id}")
    View progress(HttpServletRequest request, @PathVariable long id) {
        var context = pages.screen(request);
        var batch = store.find(id)
                .filter(found -> found.action().equals(Batch.REVERSION)
                        && found.by().person().equals(SignedIn.required().account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var items = store.results(id).stream()
                .map(result -> new BatchPage.BatchItem(
                        OrderNumber.of(result.order(), result.raisedAt(), context.calendar())
                                .text(),
                        "",
                        "/orders/",
                        result.result().orElse("waiting"),
                        result.reasons().stream().map(context::reason).toList()))
                .toList();
        return pages.show(
                "batches/moved",
                new MigrationProgressPage(
                        batch.method(),
                        context.w(inForce(context, batch.method()).name()),
                        batch.finishedAt().isPresent(),
                        BatchPages.count(items, "done"),
                        BatchPages.count(items, "refused") + BatchPages.count(items, "failed"),
                        items));
    }

    private View show(HttpStatus status, HttpServletRequest request, String method, boolean nothingChosen) {
        var context = pages.screen(request);
        var inForce = inForce(context, method);
        var by = SignedIn.required().actor();
        return pages.show(
                status,
                "batches/older",
                new OutdatedOrdersPage(
                        method,
                        context.w(inForce.name()),
                        inForce.version(),
                        outdated.count(inForce),
                        outdated.oldest(inForce).stream()
                                .map(order -> outdated.line(order, inForce, by, context))
                                .toList(),
                        nothingChosen));
    }

    private Method inForce(PageContext context, String method) {
        return rulebook.inForce(context.directory().district(), method)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String number(Order order, PageContext context) {
        return OrderNumber.of(order, context.calendar()).text();
    }
}
