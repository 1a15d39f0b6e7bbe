package org.liudan.map;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.orders.store.OrderNumber;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The map, and the list of marks at a place on it. */
@Controller
class MapPages {

    private static final int MAX_LISTED = 20;

    private final Pages pages;
    private final MapPageMaker maker;
    private final Layers layers;
    private final MapMarks marks;
    private final Rulebook rulebook;

    MapPages(Pages pages, MapPageMaker maker, Layers layers, MapMarks marks, Rulebook rulebook) {
        this.pages = pages;
        this.maker = maker;
        this.layers = layers;
        this.marks = marks;
        this.rulebook = rulebook;
    }

    @GetMapping("/map")
    View map(HttpServletRequest request, @RequestParam(defaultValue = "") String heat) {
        var filter = MapFilter.of(request, layers.registers());
        return pages.show("map/map", maker.page(pages.screen(request), SignedIn.required(), filter, heat));
    }

    /** Returns the marks in a small box as a fragment of a page, shown beside the mark. */
    @GetMapping("/map/here")
    View here(HttpServletRequest request, @RequestParam(defaultValue = "") String box) {
        var context = pages.screen(request);
        var requested = layers.requested(MapFilter.of(request, layers.registers()), SignedIn.required());
        var names = maker.names(context);
        var found = MapBox.parse(box)
                .map(parsed -> marks.in(parsed, requested, MAX_LISTED + 1))
                .orElse(List.of());
        return pages.show(
                "map/here",
                new HerePage(
                        found.stream()
                                .limit(MAX_LISTED)
                                .map(mark -> listed(
                                        context,
                                        mark,
                                        Optional.ofNullable(names.get(mark.layer()))
                                                .orElse("")))
                                .toList(),
                        found.size() > MAX_LISTED));
    }

    private HerePage.ListedMark listed(PageContext context, MapMark mark, String layer) {
        var method = rulebook.version(context.directory().district(), mark.method(), mark.version());
        return new HerePage.ListedMark(
                OrderNumber.of(mark.id(), mark.raisedAt(), context.calendar()).address(method),
                mark.title(),
                mark.layer().equals(MapFilter.ORDERS) ? context.w(method.name()) : layer,
                mark.light(),
                mark.dueAt()
                        .filter(due -> !mark.light().equals("grey"))
                        .map(context::due)
                        .orElse(""),
                context.w(method.step(mark.step()).name()),
                context.directory().regionName(mark.region()));
    }
}
