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

/** Orders: listing them, reading one, raising one, acting on one. */
@RestController
class OrderCalls {

    /**
     * The order to be raised.
     *
     * @param action a start action of the method; the first that is open to the program if none is named
     * @param draft a draft to which files were added before; it is raised once, whatever key is sent with it
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

    OrderCalls(Pages pages, OrderLists lists, ListedOrders listed, ActionCalls acts, OrderResponses answers) {
        this.pages = pages;
        this.lists = lists;
        this.listed = listed;
        this.actions = acts;
        this.responses = answers;
    }

    @GetMapping("/api/v1/orders")
    ResponseEntity<OrderListPage> list(HttpServletRequest request) {
        var screen = pages.screen(request);
        var asked = ListRequest.of(request, screen);
        var page = lists.page(asked.filter(), SignedIn.required(), asked.after(), asked.size());
        var next = page.next().map(asked::next);
        var answer = ResponseEntity.ok();
        next.ifPresent(address -> answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return answer.body(new OrderListPage(
                page.rows().stream()
                        .map(row -> OrderListEntry.of(row, listed.method(row, screen), screen))
                        .toList(),
                next));
    }

    @GetMapping({"/api/v1/orders/{number}", "/api/v1/subjects/{number}"})
    ResponseEntity<OrderFacts> order(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return responses.of(number, pages.screen(request));
    }

    @PostMapping("/api/v1/orders")
    ResponseEntity<OrderFacts> raise(
            HttpServletRequest request,
            @RequestBody NewOrder wish,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var screen = pages.screen(request);
        return responses.raised(actions.raise(wish, key, screen), ReturnPreference.of(prefer), screen);
    }

    @PostMapping({"/api/v1/orders/{number}/actions/{action}", "/api/v1/subjects/{number}/actions/{action}"})
    ResponseEntity<OrderFacts> act(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable ActionRequest wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var screen = pages.screen(request);
        return responses.acted(actions.act(number, action, wish, match, key, screen), ReturnPreference.of(prefer), screen);
    }
}
