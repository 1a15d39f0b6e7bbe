package org.liudan.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liudan.engine.Action;
import org.liudan.engine.Attempt;
import org.liudan.engine.Deciding;
import org.liudan.engine.Decision;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.kit.FieldView;
import org.liudan.kit.Pages;
import org.liudan.kit.Screen;
import org.liudan.orders.Files;
import org.liudan.orders.Forms;
import org.liudan.orders.ListedOrders;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Sent;
import org.liudan.orders.VisibleOrders;
import org.liudan.people.SignedIn;
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
    private final Forms forms;
    private final Files files;
    private final ListedOrders listed;
    private final Batches batches;

    NewBatchPages(
            Pages pages,
            VisibleOrders visible,
            OrderDesk desk,
            Forms forms,
            Files files,
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
                : show(HttpStatus.OK, request, chosen, action, Sent.nothing(), List.of());
    }

    @PostMapping("/batches/new")
    View create(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String name) {
        var chosen = chosen(numbers);
        var action = chosen.action(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var first = chosen.first();
        var sent = Sent.read(request, desk.methodOf(first), action, first.id(), files);
        var officer = SignedIn.required().actor();
        var tried = new Deciding(desk.methodOf(first), first, desk.setting(first))
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

    private Chosen chosen(List<String> numbers) {
        var viewer = SignedIn.required();
        var several = numbers.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .limit(MOST)
                .toList();
        return Chosen.of(visible.findAll(viewer, several), viewer.actor(), desk);
    }

    private View show(
            HttpStatus status,
            HttpServletRequest request,
            Chosen chosen,
            String action,
            Sent sent,
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

    private static BatchForm.Can can(Action action, String numbers, Screen screen) {
        return new BatchForm.Can(
                action.id(), screen.w(action.name()), "/batches/new?do=" + action.id() + "&order=" + numbers);
    }

    /** Filled in as for an order that nothing is known of yet. */
    private List<FieldView> fields(Action action, Order first, Sent sent, List<Reason> reasons, Screen screen) {
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
