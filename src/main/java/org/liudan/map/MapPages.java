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

/** The map, and what is said of a place on it. */
@Controller
class MapPages {

    private static final int LISTED = 20;

    private final Pages pages;
    private final MapPageMaker maker;
    private final Layers layers;
    private final MapMarks marked;
    private final Rulebook rulebook;

    MapPages(Pages pages, MapPageMaker maker, Layers layers, MapMarks marked, Rulebook rulebook) {
        this.pages = pages;
        this.maker = maker;
        this.layers = layers;
        this.marked = marked;
        this.rulebook = rulebook;
    }

    @GetMapping("/map")
    View map(HttpServletRequest request, @RequestParam(defaultValue = "") String heat) {
        var filter = MapFilter.of(request, layers.registers());
        return pages.show("map/map", maker.page(pages.screen(request), SignedIn.required(), filter, heat));
    }

    /** What lies in a small box: a piece of a page, shown beside the mark. */
    @GetMapping("/map/here")
    View here(HttpServletRequest request, @RequestParam(defaultValue = "") String box) {
        var screen = pages.screen(request);
        var asked = layers.asked(MapFilter.of(request, layers.registers()), SignedIn.required());
        var names = maker.names(screen);
        var found = MapBox.parse(box)
                .map(there -> marked.in(there, asked, LISTED + 1))
                .orElse(List.of());
        return pages.show(
                "map/here",
                new HerePage(
                        found.stream()
                                .limit(LISTED)
                                .map(one -> one(
                                        screen,
                                        one,
                                        Optional.ofNullable(names.get(one.layer()))
                                                .orElse("")))
                                .toList(),
                        found.size() > LISTED));
    }

    private HerePage.One one(PageContext screen, MapMark one, String layer) {
        var method = rulebook.version(screen.directory().district(), one.method(), one.version());
        return new HerePage.One(
                OrderNumber.of(one.id(), one.raisedAt(), screen.calendar()).address(method),
                one.title(),
                one.layer().equals(MapFilter.ORDERS) ? screen.w(method.name()) : layer,
                one.light(),
                one.dueAt()
                        .filter(due -> !one.light().equals("grey"))
                        .map(screen::due)
                        .orElse(""),
                screen.w(method.step(one.step()).name()),
                screen.directory().regionName(one.region()));
    }
}
