package org.liudan.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The page with the result of each order of a batch, for the person who created the batch. */
@Controller
class BatchPages {

    private final Pages pages;
    private final OrderDesk desk;
    private final BatchStore store;

    BatchPages(Pages pages, OrderDesk desk, BatchStore store) {
        this.pages = pages;
        this.desk = desk;
        this.store = store;
    }

    @GetMapping("/batches/{id}")
    View batch(HttpServletRequest request, @PathVariable long id) {
        var viewer = SignedIn.required();
        var batch = store.find(id)
                .filter(found -> found.by().person().equals(viewer.account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var context = pages.screen(request);
        var results = store.results(id);
        var items = results.stream().map(result -> item(result, context)).toList();
        var counts = store.counts(id);
        return pages.show(
                "batches/batch",
                new BatchPage(
                        actionName(results, batch, context),
                        context.moment(batch.createdAt()),
                        batch.finishedAt().isPresent(),
                        counts.getOrDefault("done", 0L),
                        counts.getOrDefault("refused", 0L) + counts.getOrDefault("failed", 0L),
                        counts.values().stream().mapToLong(Long::longValue).sum(),
                        items));
    }

    private static BatchPage.BatchItem item(BatchStore.ItemResult result, PageContext context) {
        return new BatchPage.BatchItem(
                OrderNumber.of(result.order(), result.raisedAt(), context.calendar())
                        .text(),
                result.title(),
                result.isSubject() ? "/subjects/" : "/orders/",
                result.result().orElse("waiting"),
                result.reasons().stream().map(context::reason).toList());
    }

    private String actionName(List<BatchStore.ItemResult> results, Batch batch, PageContext context) {
        return results.stream()
                .findFirst()
                .flatMap(result -> desk.find(result.order()))
                .flatMap(order ->
                        Optional.ofNullable(desk.methodOf(order).actions().get(batch.action())))
                .map(action -> context.w(action.name()))
                .orElseGet(() -> context.t("event." + batch.action()));
    }

    /** The number of items with a result. */
    static int count(List<BatchPage.BatchItem> items, String result) {
        return (int) items.stream().filter(item -> item.result().equals(result)).count();
    }
}
