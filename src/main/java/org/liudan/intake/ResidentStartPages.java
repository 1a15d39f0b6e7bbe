package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.engine.order.Actor;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.liudan.web.Redisplays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a resident or an enterprise begins: the front page, and raising an order without an account. */
@Controller
class ResidentStartPages {

    private static final Actor RESIDENT = new Actor.Resident();
    private static final String RAISE = "/raise";

    private final Pages pages;
    private final StartActions starts;
    private final StartForms raising;
    private final TrackingCodes codes;

    ResidentStartPages(Pages pages, StartActions starts, StartForms raising, TrackingCodes codes) {
        this.pages = pages;
        this.starts = starts;
        this.raising = raising;
        this.codes = codes;
    }

    @GetMapping("/")
    View home(HttpServletRequest request) {
        return pages.show("intake/home", new HomePage(others(pages.screen(request))));
    }

    @GetMapping({RAISE, RAISE + "/{method}", RAISE + "/{method}/{action}"})
    View form(
            HttpServletRequest request,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String region) {
        var form = raising.empty(request, start(path), Map.of("region", region));
        return pages.show("intake/raise", page(request, path, form));
    }

    @Redisplays
    @PostMapping({RAISE, RAISE + "/{method}", RAISE + "/{method}/{action}"})
    View raise(HttpServletRequest request, @PathVariable Map<String, String> path) {
        var raised = raising.take(request, start(path), RESIDENT);
        return raised instanceof StartForms.Raised.Again again
                ? pages.show(again.status(), "intake/raise", page(request, path, again.form()))
                : new RedirectView("/track/"
                        + codes.of(((StartForms.Raised.Done) raised).order().id()) + "?new");
    }

    private StartAction start(Map<String, String> path) {
        return starts.one(RESIDENT, path.getOrDefault("method", ""), path.getOrDefault("action", ""));
    }

    private StartPage page(HttpServletRequest request, Map<String, String> path, StartForms.Form form) {
        var screen = pages.screen(request);
        var start = form.start();
        return new StartPage(
                path.isEmpty() ? RAISE : address(start),
                path.isEmpty() ? screen.t("raise.title") : title(screen, start),
                start.action().hint().map(screen::w).orElse(""),
                form.draft().token(),
                form.fields(),
                form.reasons(),
                List.of(),
                "",
                "");
    }

    /** What can be raised besides the main matter. */
    private List<StartPage.Other> others(PageContext screen) {
        return starts.of(RESIDENT).stream()
                .skip(1)
                .map(start -> new StartPage.Other(
                        address(start),
                        title(screen, start),
                        start.action().hint().map(screen::w).orElse(""),
                        false))
                .toList();
    }

    private String title(PageContext screen, StartAction start) {
        return screen.w(isFirst(start) ? start.method().name() : start.action().name());
    }

    private String address(StartAction start) {
        return RAISE + "/" + start.method().id()
                + (isFirst(start) ? "" : "/" + start.action().id());
    }

    /** The first way to raise an order of a method goes by the method's name, the others by their own. */
    private boolean isFirst(StartAction start) {
        return starts.one(RESIDENT, start.method().id(), "").equals(start);
    }
}
