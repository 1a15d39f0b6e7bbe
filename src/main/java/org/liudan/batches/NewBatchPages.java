package org.liudan.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.web.FieldView;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where the same action is chosen and filled in for several orders. */
@Controller
class NewBatchPages {

    private static final int MOST = 500;

    private final Pages pages;
    private final VisibleOrders visible;
    private final OrderDesk desk;
    private final ActionForms forms;
    private final Attachments files;
    private final ListedOrders listed;
    private final Batches batches;

    NewBatchPages(
            Pages pages,
            VisibleOrders visible,
            OrderDesk desk,
            ActionForms forms,
            Attachments files,
            ListedOrders listed,
            Batches batches) {
        this.pages = pages;
        this.visible = visible;
        this.desk = desk;
        this.forms = forms;
        this.files = files;
        this.listed = listed;
        this.batches = batches;
    }

    @GetMapping("/batches/new")
    View form(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String action) {
        var chosen = chosen(numbers);
        return chosen.none()
                ? new RedirectView("/desk")
                : show(HttpStatus.OK, request, chosen, action, SubmittedForm.nothing(), List.of());
    }

    @PostMapping("/batches/new")
    View create(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String name) {
        var chosen = chosen(numbers);
        var action = chosen.action(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var first = chosen.first();
        var sent = SubmittedForm.read(request, desk.methodOf(first), action, first.id(), files);
        var officer = SignedIn.required().actor();
        var tried = new Decider(desk.methodOf(first), first, desk.setting(first))
                .decide(new Attempt(name, officer, sent.answers()));
        if (tried instanceof Decision.Refused refused
                && refused.reasons().stream().anyMatch(NewBatchPages::ofForm)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, chosen, name, sent, refused.reasons());
        }
        long id = batches.create(
                first.method(),
                name,
                sent.answers(),
                officer,
                chosen.orders().stream().map(Order::id).toList());
        return new RedirectView("/batches/" + id);
    }

    private ChosenOrders chosen(List<String> numbers) {
        var viewer = SignedIn.required();
        var several = numbers.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .limit(MOST)
                .toList();
        return ChosenOrders.of(visible.findAll(viewer, several), viewer.actor(), desk);
    }

    private View show(
            HttpStatus status,
            HttpServletRequest request,
            ChosenOrders chosen,
            String action,
            SubmittedForm sent,
            List<Reason> reasons) {
        var screen = pages.screen(request);
        var shown = chosen.action(action)
                .or(() -> chosen.can().stream().filter(Action::main).findFirst());
        var numbers = chosen.orders().stream()
                .map(order -> OrderNumber.of(order, screen.calendar()).text())
                .collect(Collectors.joining("&order="));
        return pages.show(
                status,
                "batches/new",
                new BatchForm(
                        chosen.orders().stream()
                                .map(order -> listed.of(order, screen))
                                .toList(),
                        chosen.can().stream()
                                .map(one -> can(one, numbers, screen))
                                .toList(),
                        shown.map(one -> can(one, numbers, screen)),
                        shown.map(one -> fields(one, chosen.first(), sent, reasons, screen))
                                .orElse(List.of()),
                        reasons));
    }

    private static BatchForm.Can can(Action action, String numbers, PageContext screen) {
        return new BatchForm.Can(
                action.id(), screen.w(action.name()), "/batches/new?do=" + action.id() + "&order=" + numbers);
    }

    /** Filled in as for an order that nothing is known of yet. */
    private List<FieldView> fields(
            Action action, Order first, SubmittedForm sent, List<Reason> reasons, PageContext screen) {
        var blank = Order.unraised(first.id(), first.method(), first.version());
        return forms.fields(screen, desk.methodOf(first), action, blank, sent.answers(), reasons).stream()
                .filter(field -> !field.type().files())
                .toList();
    }

    /** A reason that would be the same for every order. */
    private static boolean ofForm(Reason reason) {
        return reason.field().isPresent();
    }
}
