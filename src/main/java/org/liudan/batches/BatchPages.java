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

/** What came of each order of a batch, for whoever asked for it. */
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
        var screen = pages.screen(request);
        var results = store.results(id);
        var all = results.stream().map(result -> one(result, screen)).toList();
        var counts = store.counts(id);
        return pages.show(
                "batches/batch",
                new BatchPage(
                        actionName(results, batch, screen),
                        screen.moment(batch.createdAt()),
                        batch.finishedAt().isPresent(),
                        counts.getOrDefault("done", 0L),
                        counts.getOrDefault("refused", 0L) + counts.getOrDefault("failed", 0L),
                        counts.values().stream().mapToLong(Long::longValue).sum(),
                        all));
    }

    private static BatchPage.One one(BatchStore.Result result, PageContext screen) {
        return new BatchPage.One(
                OrderNumber.of(result.order(), result.raisedAt(), screen.calendar())
                        .text(),
                result.title(),
                result.kept() ? "/subjects/" : "/orders/",
                result.result().orElse("waiting"),
                result.reasons().stream().map(screen::reason).toList());
    }

    private String actionName(List<BatchStore.Result> results, Batch batch, PageContext screen) {
        return results.stream()
                .findFirst()
                .flatMap(result -> desk.find(result.order()))
                .flatMap(order ->
                        Optional.ofNullable(desk.methodOf(order).actions().get(batch.action())))
                .map(action -> screen.w(action.name()))
                .orElseGet(() -> screen.t("event." + batch.action()));
    }

    static int count(List<BatchPage.One> all, String result) {
        return (int) all.stream().filter(one -> one.result().equals(result)).count();
    }
}
