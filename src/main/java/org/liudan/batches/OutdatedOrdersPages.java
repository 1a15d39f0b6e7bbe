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

/** Moving open orders over to the version of their method in force: which, what would change, what came of each. */
@Controller
class OutdatedOrdersPages {

    private final Pages pages;
    private final Rulebook rulebook;
    private final OutdatedOrders older;
    private final Batches batches;
    private final BatchStore store;
    private final Audit audit;

    OutdatedOrdersPages(
            Pages pages, Rulebook rulebook, OutdatedOrders older, Batches batches, BatchStore store, Audit audit) {
        this.pages = pages;
        this.rulebook = rulebook;
        this.older = older;
        this.batches = batches;
        this.store = store;
        this.audit = audit;
    }

    @GetMapping("/admin/rulebook/{method}/orders")
    View orders(HttpServletRequest request, @PathVariable String method) {
        return show(HttpStatus.OK, request, method, false);
    }

    /** Moves those chosen, as far as they are still to be moved. */
    @PostMapping("/admin/rulebook/{method}/orders")
    View move(
            HttpServletRequest request,
            @PathVariable String method,
            @RequestParam(name = "order", defaultValue = "") Set<String> numbers) {
        var screen = pages.screen(request);
        var inForce = inForce(screen, method);
        var chosen = older.first(inForce).stream()
                .filter(order -> numbers.contains(number(order, screen)))
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
    View moved(HttpServletRequest request, @PathVariable long id) {
        var screen = pages.screen(request);
        var batch = store.find(id)
                .filter(found -> found.action().equals(Batch.REVERSION)
                        && found.by().person().equals(SignedIn.required().account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var all = store.results(id).stream()
                .map(result -> new BatchPage.One(
                        OrderNumber.of(result.order(), result.raisedAt(), screen.calendar())
                                .text(),
                        "",
                        "/orders/",
                        result.result().orElse("waiting"),
                        result.reasons().stream().map(screen::reason).toList()))
                .toList();
        return pages.show(
                "batches/moved",
                new MigrationProgressPage(
                        batch.method(),
                        screen.w(inForce(screen, batch.method()).name()),
                        batch.finishedAt().isPresent(),
                        BatchPages.count(all, "done"),
                        BatchPages.count(all, "refused") + BatchPages.count(all, "failed"),
                        all));
    }

    private View show(HttpStatus status, HttpServletRequest request, String method, boolean nothingChosen) {
        var screen = pages.screen(request);
        var inForce = inForce(screen, method);
        var by = SignedIn.required().actor();
        return pages.show(
                status,
                "batches/older",
                new OutdatedOrdersPage(
                        method,
                        screen.w(inForce.name()),
                        inForce.version(),
                        older.count(inForce),
                        older.first(inForce).stream()
                                .map(order -> older.line(order, inForce, by, screen))
                                .toList(),
                        nothingChosen));
    }

    private Method inForce(PageContext screen, String method) {
        return rulebook.inForce(screen.directory().district(), method)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String number(Order order, PageContext screen) {
        return OrderNumber.of(order, screen.calendar()).text();
    }
}
