package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liudan.audit.Audit;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orderpages.OrderPageMaker.OrderPageState;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.attachments.AttachmentResponses;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.PersonalData;
import org.liudan.privacy.Seals;
import org.liudan.web.FormRedisplay;
import org.liudan.web.Pages;
import org.liudan.web.Redisplays;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page of an order or subject, its actions and its files. */
@Controller
class OrderPages {

    private final Pages pages;
    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final OrderPageMaker maker;
    private final Attachments attachments;
    private final Audit audit;
    private final Seals seals;

    OrderPages(
            Pages pages,
            VisibleOrders orders,
            OrderDesk desk,
            OrderPageMaker maker,
            Attachments files,
            Audit audit,
            Seals seals) {
        this.pages = pages;
        this.orders = orders;
        this.desk = desk;
        this.maker = maker;
        this.attachments = files;
        this.audit = audit;
        this.seals = seals;
    }

    @GetMapping({"/orders/{number}", "/subjects/{number}"})
    View order(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestParam(name = "do", defaultValue = "") String action,
            @RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, request, visible(number), OrderPageState.of(action, done, ReturnTo.of(request)));
    }

    @Redisplays
    @PostMapping({"/orders/{number}/actions/{action}", "/subjects/{number}/actions/{action}"})
    View act(HttpServletRequest request, @PathVariable String number, @PathVariable String action) {
        var order = visible(number);
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var submitted = SubmittedForm.read(request, method, declared, order.id(), attachments);
        if (FormRedisplay.asked(request)) {
            var reasons = FormRedisplay.reasons(request);
            return show(FormRedisplay.status(reasons), request, order, redisplay(request, action, submitted, reasons));
        }
        if (!submitted.faults().isEmpty()) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    order,
                    redisplay(request, action, submitted, submitted.faults()));
        }
        var viewer = SignedIn.required();
        var outcome =
                desk.perform(order.id(), new Attempt(action, viewer.actor(), submitted.answers()), submitted.request());
        if (outcome instanceof Outcome.Refused refused) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    visible(number),
                    redisplay(request, action, submitted, refused.reasons()));
        }
        var returnTo = ReturnTo.of(request);
        return new RedirectView(
                returnTo.isPresent()
                        ? returnTo.address()
                        : new OrderNumber(number, order.id()).address(method) + "?done=" + action);
    }

    /** Shows personal data in full. The audit records who sees it before it is shown. */
    @PostMapping({"/orders/{number}/reveal", "/subjects/{number}/reveal"})
    View reveal(HttpServletRequest request, @PathVariable String number) {
        var order = visible(number);
        var viewer = SignedIn.required();
        var allowed = new PersonalData(seals, pages.screen(request), viewer, order).mayReveal();
        audit.record(SignedIn.from(request.getRemoteAddr()), "reveal", number, allowed);
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return show(
                HttpStatus.OK,
                request,
                order,
                new OrderPageState("", SubmittedForm.nothing(), List.of(), true, "", ReturnTo.of(request)));
    }

    @GetMapping({"/orders/{number}/files/{id}", "/subjects/{number}/files/{id}"})
    ResponseEntity<Resource> file(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview) {
        return AttachmentResponses.handOut(attachments, visible(number).id(), id, preview);
    }

    private View show(HttpStatus status, HttpServletRequest request, Order order, OrderPageState state) {
        var page = maker.page(pages.screen(request), SignedIn.required(), order, state);
        return pages.show(status, page.isSubject() ? "orders/subject" : "orders/order", page);
    }

    private static OrderPageState redisplay(
            HttpServletRequest request, String action, SubmittedForm submitted, List<Reason> reasons) {
        return new OrderPageState(action, submitted, reasons, false, "", ReturnTo.of(request));
    }

    private Order visible(String number) {
        return orders.find(SignedIn.required(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
