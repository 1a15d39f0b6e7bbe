package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.engine.Actor;
import org.liudan.kit.Pages;
import org.liudan.kit.Screen;
import org.liudan.kit.ShowsAgain;
import org.liudan.orders.TrackingCodes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a resident or an enterprise begins: the front page, and raising an order without an account. */
@Controller
class ResidentPages {

    private static final Actor RESIDENT = new Actor.Resident();
    private static final String RAISE = "/raise";

    private final Pages pages;
    private final Starts starts;
    private final Raising raising;
    private final TrackingCodes codes;

    ResidentPages(Pages pages, Starts starts, Raising raising, TrackingCodes codes) {
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

    @ShowsAgain
    @PostMapping({RAISE, RAISE + "/{method}", RAISE + "/{method}/{action}"})
    View raise(HttpServletRequest request, @PathVariable Map<String, String> path) {
        var raised = raising.take(request, start(path), RESIDENT);
        return raised instanceof Raising.Raised.Again again
                ? pages.show(again.status(), "intake/raise", page(request, path, again.form()))
                : new RedirectView("/track/"
                        + codes.of(((Raising.Raised.Done) raised).order().id()) + "?new");
    }

    private Start start(Map<String, String> path) {
        return starts.one(RESIDENT, path.getOrDefault("method", ""), path.getOrDefault("action", ""));
    }

    private StartPage page(HttpServletRequest request, Map<String, String> path, Raising.Form form) {
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
    private List<StartPage.Other> others(Screen screen) {
        return starts.of(RESIDENT).stream()
                .skip(1)
                .map(start -> new StartPage.Other(
                        address(start),
                        title(screen, start),
                        start.action().hint().map(screen::w).orElse(""),
                        false))
                .toList();
    }

    private String title(Screen screen, Start start) {
        return screen.w(isFirst(start) ? start.method().name() : start.action().name());
    }

    private String address(Start start) {
        return RAISE + "/" + start.method().id()
                + (isFirst(start) ? "" : "/" + start.action().id());
    }

    /** The first way to raise an order of a method goes by the method's name, the others by their own. */
    private boolean isFirst(Start start) {
        return starts.one(RESIDENT, start.method().id(), "").equals(start);
    }
}
