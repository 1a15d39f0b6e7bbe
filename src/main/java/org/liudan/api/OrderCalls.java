package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.identity.SignedIn;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Lists, reads and raises orders, and takes actions on them. */
@RestController
class OrderCalls {

    /**
     * The order to be raised.
     *
     * @param action a start action of the method; null for the first one that the program may use
     * @param draft the token of a draft with files; it is raised only once, with any idempotency key
     */
    record NewOrder(
            @Nullable String method,
            @Nullable String action,
            @Nullable Map<String, @Nullable Object> answers,
            Optional<String> draft) {}

    /** The answers to the form of an action. */
    record ActionRequest(@Nullable Map<String, @Nullable Object> answers) {}

    private final Pages pages;
    private final OrderLists lists;
    private final ListedOrders listed;
    private final ActionCalls actions;
    private final OrderResponses responses;

    OrderCalls(Pages pages, OrderLists lists, ListedOrders listed, ActionCalls actions, OrderResponses responses) {
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.actions = actions;
        this.responses = responses;
    }

    @GetMapping("/api/v1/orders")
    ResponseEntity<OrderListPage> list(HttpServletRequest request) {
        var context = pages.screen(request);
        var listRequest = ListRequest.of(request, context);
        var page = lists.page(listRequest.filter(), SignedIn.required(), listRequest.after(), listRequest.size());
        var next = page.next().map(listRequest::next);
        var response = ResponseEntity.ok();
        next.ifPresent(address -> response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return response.body(new OrderListPage(
                page.rows().stream()
                        .map(row -> OrderListEntry.of(row, listed.method(row, context), context))
                        .toList(),
                next));
    }

    @GetMapping({"/api/v1/orders/{number}", "/api/v1/subjects/{number}"})
    ResponseEntity<OrderFacts> order(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String knownTag) {
        return responses.of(number, pages.screen(request));
    }

    @PostMapping("/api/v1/orders")
    ResponseEntity<OrderFacts> raise(
            HttpServletRequest request,
            @RequestBody NewOrder newOrder,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var context = pages.screen(request);
        return responses.raised(actions.raise(newOrder, key, context), ReturnPreference.of(prefer), context);
    }

    @PostMapping({"/api/v1/orders/{number}/actions/{action}", "/api/v1/subjects/{number}/actions/{action}"})
    ResponseEntity<OrderFacts> act(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable ActionRequest actionRequest,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var context = pages.screen(request);
        return responses.acted(
                actions.act(number, action, actionRequest, match, key, context), ReturnPreference.of(prefer), context);
    }
}
