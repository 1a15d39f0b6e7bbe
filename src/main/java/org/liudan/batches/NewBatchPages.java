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

/** The page where one action is chosen and filled in for several orders. */
@Controller
class NewBatchPages {

    private static final int MAX_ORDERS = 500;

    private final Pages pages;
    private final VisibleOrders visible;
    private final OrderDesk desk;
    private final ActionForms forms;
    private final Attachments attachments;
    private final ListedOrders listedOrders;
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
        this.attachments = files;
        this.listedOrders = listed;
        this.batches = batches;
    }

    @GetMapping("/batches/new")
    View form(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String action) {
        var chosen = chosen(numbers);
        return chosen.isEmpty()
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
        var form = SubmittedForm.read(request, desk.methodOf(first), action, first.id(), attachments);
        var officer = SignedIn.required().actor();
        var decision = new Decider(desk.methodOf(first), first, desk.setting(first))
                .decide(new Attempt(name, officer, form.answers()));
        if (decision instanceof Decision.Refused refused
                && refused.reasons().stream().anyMatch(NewBatchPages::concernsField)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, chosen, name, form, refused.reasons());
        }
        long id = batches.create(
                first.method(),
                name,
                form.answers(),
                officer,
                chosen.orders().stream().map(Order::id).toList());
        return new RedirectView("/batches/" + id);
    }

    private ChosenOrders chosen(List<String> numbers) {
        var viewer = SignedIn.required();
        var separated = numbers.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .limit(MAX_ORDERS)
                .toList();
        return ChosenOrders.of(visible.findAll(viewer, separated), viewer.actor(), desk);
    }

    private View show(
            HttpStatus status,
            HttpServletRequest request,
            ChosenOrders chosen,
            String action,
            SubmittedForm form,
            List<Reason> reasons) {
        var context = pages.screen(request);
        var shownAction = chosen.action(action)
                .or(() -> chosen.actions().stream().filter(Action::main).findFirst());
        var numbers = chosen.orders().stream()
                .map(order -> OrderNumber.of(order, context.calendar()).text())
                .collect(Collectors.joining("&order="));
        return pages.show(
                status,
                "batches/new",
                new BatchForm(
                        chosen.orders().stream()
                                .map(order -> listedOrders.of(order, context))
                                .toList(),
                        chosen.actions().stream()
                                .map(open -> commonAction(open, numbers, context))
                                .toList(),
                        shownAction.map(chosenAction -> commonAction(chosenAction, numbers, context)),
                        shownAction
                                .map(chosenAction -> fields(chosenAction, chosen.first(), form, reasons, context))
                                .orElse(List.of()),
                        reasons));
    }

    private static BatchForm.CommonAction commonAction(Action action, String numbers, PageContext context) {
        return new BatchForm.CommonAction(
                action.id(), context.w(action.name()), "/batches/new?do=" + action.id() + "&order=" + numbers);
    }

    /** The fields of the form, filled in as for a blank order. */
    private List<FieldView> fields(
            Action action, Order first, SubmittedForm form, List<Reason> reasons, PageContext context) {
        var blank = Order.unraised(first.id(), first.method(), first.version());
        return forms.fields(context, desk.methodOf(first), action, blank, form.answers(), reasons).stream()
                .filter(field -> !field.type().files())
                .toList();
    }

    /** True for a reason about a field of the form, which is the same for every order. */
    private static boolean concernsField(Reason reason) {
        return reason.field().isPresent();
    }
}
