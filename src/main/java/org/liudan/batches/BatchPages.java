package org.liudan.batches;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liudan.engine.Action;
import org.liudan.engine.Attempt;
import org.liudan.engine.Deciding;
import org.liudan.engine.Decision;
import org.liudan.engine.Need;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Taking the same action on several orders: choosing it, and seeing what came of each. */
@Controller
class BatchPages {

    private static final int MOST = 500;

    private final Pages pages;
    private final VisibleOrders visible;
    private final OrderDesk desk;
    private final Forms forms;
    private final Files files;
    private final ListedOrders listed;
    private final Batches batches;
    private final BatchStore store;

    BatchPages(
            Pages pages,
            VisibleOrders visible,
            OrderDesk desk,
            Forms forms,
            Files files,
            ListedOrders listed,
            Batches batches,
            BatchStore store) {
        this.pages = pages;
        this.visible = visible;
        this.desk = desk;
        this.forms = forms;
        this.files = files;
        this.listed = listed;
        this.batches = batches;
        this.store = store;
    }

    @GetMapping("/batches/new")
    View form(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String action) {
        var orders = orders(numbers);
        return orders.isEmpty()
                ? new RedirectView("/desk")
                : show(HttpStatus.OK, request, orders, action, Sent.nothing(), List.of());
    }

    @PostMapping("/batches/new")
    View create(
            HttpServletRequest request,
            @RequestParam(name = "order", defaultValue = "") List<String> numbers,
            @RequestParam(name = "do", defaultValue = "") String name) {
        var orders = orders(numbers);
        var action = common(orders).stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var first = orders.get(0);
        var sent = Sent.read(request, desk.methodOf(first), action, first.id(), files);
        var officer = SignedIn.required().actor();
        var tried = new Deciding(desk.methodOf(first), first, desk.setting(first))
                .decide(new Attempt(name, officer, sent.answers()));
        if (tried instanceof Decision.Refused refused
                && refused.reasons().stream().anyMatch(BatchPages::ofForm)) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, orders, name, sent, refused.reasons());
        }
        long id = batches.create(
                first.method(),
                name,
                sent.answers(),
                officer,
                orders.stream().map(Order::id).toList());
        return new RedirectView("/batches/" + id);
    }

    @GetMapping("/batches/{id}")
    View batch(HttpServletRequest request, @PathVariable long id) {
        var viewer = SignedIn.required();
        var batch = store.find(id)
                .filter(found -> found.by().person().equals(viewer.account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var screen = pages.screen(request);
        var results = store.results(id);
        var all = results.stream()
                .map(result -> new BatchPage.One(
                        OrderNumber.of(
                                        result.order(),
                                        result.raisedAt(),
                                        screen.calendar().hours().zone())
                                .text(),
                        result.title(),
                        result.result().orElse("waiting"),
                        result.reasons().stream().map(screen::reason).toList()))
                .toList();
        return pages.show(
                "batches/batch",
                new BatchPage(
                        actionName(results, batch, screen),
                        screen.moment(batch.createdAt()),
                        batch.finishedAt().isPresent(),
                        count(all, "done"),
                        count(all, "refused") + count(all, "failed"),
                        all));
    }

    private View show(
            HttpStatus status,
            HttpServletRequest request,
            List<Order> orders,
            String action,
            Sent sent,
            List<Reason> reasons) {
        var screen = pages.screen(request);
        var can = common(orders);
        var first = orders.get(0);
        var chosen = can.stream()
                .filter(one -> one.id().equals(action))
                .findFirst()
                .or(() -> can.stream().filter(Action::main).findFirst());
        var numbers = orders.stream().map(order -> number(order, screen)).collect(Collectors.joining("&order="));
        return pages.show(
                status,
                "batches/new",
                new BatchForm(
                        orders.stream().map(order -> listed.of(order, screen)).toList(),
                        can.stream().map(one -> can(one, numbers, screen)).toList(),
                        chosen.map(one -> can(one, numbers, screen)),
                        chosen.map(one -> forms
                                        .fields(
                                                screen,
                                                desk.methodOf(first),
                                                one,
                                                Order.unraised(first.id(), first.method(), first.version()),
                                                sent.answers(),
                                                reasons)
                                        .stream()
                                        .filter(field -> !field.type().files())
                                        .toList())
                                .orElse(List.of()),
                        reasons));
    }

    private static BatchForm.Can can(Action action, String numbers, Screen screen) {
        return new BatchForm.Can(
                action.id(), screen.w(action.name()), "/batches/new?do=" + action.id() + "&order=" + numbers);
    }

    /** What may be done on all of them; nothing that needs a file, which belongs to one order. */
    private List<Action> common(List<Order> orders) {
        if (orders.stream()
                        .map(order -> order.method() + "/" + order.version())
                        .distinct()
                        .count()
                != 1) {
            return List.of();
        }
        var method = desk.methodOf(orders.get(0));
        var officer = SignedIn.required().actor();
        return method.actions().values().stream()
                .filter(action -> action.form().entrySet().stream()
                        .noneMatch(entry -> entry.getValue() == Need.REQUIRED
                                && method.field(entry.getKey()).type().files()))
                .filter(action -> orders.stream()
                        .allMatch(order -> new Deciding(method, order, desk.setting(order))
                                .hindrances(action, officer)
                                .isEmpty()))
                .sorted(Comparator.comparing(action -> !action.main()))
                .toList();
    }

    private List<Order> orders(List<String> numbers) {
        var viewer = SignedIn.required();
        return numbers.stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .limit(MOST)
                .flatMap(number -> visible.find(viewer, number).stream())
                .toList();
    }

    private String actionName(List<BatchStore.Result> results, Batch batch, Screen screen) {
        return results.stream()
                .findFirst()
                .flatMap(result -> desk.find(result.order()))
                .flatMap(order ->
                        Optional.ofNullable(desk.methodOf(order).actions().get(batch.action())))
                .map(action -> screen.w(action.name()))
                .orElseGet(() -> screen.t("event." + batch.action()));
    }

    private static String number(Order order, Screen screen) {
        return OrderNumber.of(
                        order.id(), order.raisedAt(), screen.calendar().hours().zone())
                .text();
    }

    /** A reason that would be the same for every order. */
    private static boolean ofForm(Reason reason) {
        return reason.field().isPresent();
    }

    static int count(List<BatchPage.One> all, String result) {
        return (int) all.stream().filter(one -> one.result().equals(result)).count();
    }
}
