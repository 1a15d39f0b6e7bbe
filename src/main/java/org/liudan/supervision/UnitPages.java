package org.liudan.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.identity.People;
import org.liudan.identity.People.PostHolder;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orderpages.WrittenNotices;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.orders.search.OrderRow;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.ListedOrders;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The page of a unit. Each reader sees those of its orders that their lists would also show. */
@Controller
class UnitPages {

    private static final int MAX_SHOWN = 50;

    private final Pages pages;
    private final People people;
    private final OrderLists lists;
    private final ListedOrders listedOrders;
    private final WrittenNotices notices;
    private final Rulebook rulebook;

    UnitPages(
            Pages pages,
            People people,
            OrderLists lists,
            ListedOrders listedOrders,
            WrittenNotices notices,
            Rulebook rulebook) {
        this.pages = pages;
        this.people = people;
        this.lists = lists;
        this.listedOrders = listedOrders;
        this.notices = notices;
        this.rulebook = rulebook;
    }

    @GetMapping("/units/{code}")
    View unit(HttpServletRequest request, @PathVariable String code) {
        var context = pages.screen(request);
        var viewer = SignedIn.required();
        var unit = context.directory().unit(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pages.show(
                "supervision/unit",
                new UnitPage(
                        code,
                        context.w(unit.name()),
                        context.directory().attachedTo(code).map(context::unit).orElse(""),
                        posts(code, context),
                        Stream.of("", "red", "amber", "green")
                                .map(light -> held(code, light, viewer))
                                .toList(),
                        served(code, context, viewer)));
    }

    private List<UnitPage.StaffedPost> posts(String code, PageContext context) {
        return people.inUnit(code).stream()
                .collect(Collectors.groupingBy(
                        PostHolder::post,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(PostHolder::name, Collectors.toList())))
                .entrySet()
                .stream()
                .map(post -> new UnitPage.StaffedPost(context.post(post.getKey()), post.getValue()))
                .toList();
    }

    private UnitPage.HeldOrders held(String code, String light, Viewer viewer) {
        var filter = new OrderFilter(Map.of("holder", code, "state", "open", "sort", "due")).with("light", light);
        return new UnitPage.HeldOrders(light, lists.count(filter, viewer), "/ledger" + filter.query());
    }

    private List<UnitPage.ServedNotice> served(String code, PageContext context, Viewer viewer) {
        var methods = rulebook.everPublished(context.directory().district()).stream()
                .filter(method -> method.notice().isPresent())
                .map(Method::id)
                .distinct()
                .collect(Collectors.joining(","));
        if (methods.isEmpty()) {
            return List.of();
        }
        var filter = new OrderFilter(Map.of("method", methods, "department", code));
        return lists.page(filter, viewer, "", MAX_SHOWN).rows().stream()
                .map(row -> served(row, context))
                .toList();
    }

    private UnitPage.ServedNotice served(OrderRow row, PageContext context) {
        var method = listedOrders.method(row, context);
        return new UnitPage.ServedNotice(
                OrderNumber.of(
                                row.heading().id(),
                                row.times().raisedAt(),
                                context.calendar().hours().zone())
                        .text(),
                row.heading().title(),
                context.w(method.name()),
                row.times().raisedAt(),
                context.w(method.step(row.position().step()).name()),
                row.position().closed().isPresent() ? Optional.of(row.times().changedAt()) : Optional.empty(),
                notices.outcome(row.heading().id(), context));
    }
}
