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

/** The pages for residents and enterprises without an account: the front page, and raising an order. */
@Controller
class ResidentStartPages {

    private static final Actor RESIDENT = new Actor.Resident();
    private static final String RAISE = "/raise";

    private final Pages pages;
    private final StartActions startActions;
    private final StartForms forms;
    private final TrackingCodes codes;

    ResidentStartPages(Pages pages, StartActions startActions, StartForms forms, TrackingCodes codes) {
        this.pages = pages;
        this.startActions = startActions;
        this.forms = forms;
        this.codes = codes;
    }

    @GetMapping("/")
    View home(HttpServletRequest request) {
        return pages.show("intake/home", new HomePage(links(pages.screen(request))));
    }

    @GetMapping({RAISE, RAISE + "/{method}", RAISE + "/{method}/{action}"})
    View form(
            HttpServletRequest request,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String region) {
        var form = forms.empty(request, start(path), Map.of("region", region));
        return pages.show("intake/raise", page(request, path, form));
    }

    @Redisplays
    @PostMapping({RAISE, RAISE + "/{method}", RAISE + "/{method}/{action}"})
    View raise(HttpServletRequest request, @PathVariable Map<String, String> path) {
        var result = forms.submit(request, start(path), RESIDENT);
        return result instanceof StartForms.StartResult.RedisplayedStart redisplayed
                ? pages.show(redisplayed.status(), "intake/raise", page(request, path, redisplayed.form()))
                : new RedirectView("/track/"
                        + codes.of(((StartForms.StartResult.RaisedOrder) result)
                                .order()
                                .id()) + "?new");
    }

    private StartAction start(Map<String, String> path) {
        return startActions.one(RESIDENT, path.getOrDefault("method", ""), path.getOrDefault("action", ""));
    }

    private StartPage page(HttpServletRequest request, Map<String, String> path, StartForms.StartForm form) {
        var context = pages.screen(request);
        var start = form.start();
        return new StartPage(
                path.isEmpty() ? RAISE : address(start),
                path.isEmpty() ? context.t("raise.title") : title(context, start),
                start.action().hint().map(context::w).orElse(""),
                form.draft().token(),
                form.fields(),
                form.reasons(),
                List.of(),
                "",
                "");
    }

    /** What can be raised besides the main type of order. */
    private List<StartPage.StartLink> links(PageContext context) {
        return startActions.of(RESIDENT).stream()
                .skip(1)
                .map(start -> new StartPage.StartLink(
                        address(start),
                        title(context, start),
                        start.action().hint().map(context::w).orElse(""),
                        false))
                .toList();
    }

    private String title(PageContext context, StartAction start) {
        return context.w(isFirst(start) ? start.method().name() : start.action().name());
    }

    private String address(StartAction start) {
        return RAISE + "/" + start.method().id()
                + (isFirst(start) ? "" : "/" + start.action().id());
    }

    /** True for a method's first start action, which is shown under the method's name; the others have their own names. */
    private boolean isFirst(StartAction start) {
        return startActions.one(RESIDENT, start.method().id(), "").equals(start);
    }
}
