package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.liudan.engine.order.Actor;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.TrackingCode;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
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

/** Where officers raise orders: for a resident (民情走访台账), or what a method lets their post begin. */
@Controller
class OfficerStartPages {

    private static final String NEW = "/orders/new";

    private final Pages pages;
    private final StartActions starts;
    private final StartForms raising;
    private final TrackingCodes codes;
    private final Directories directories;
    private final Calendars calendars;

    OfficerStartPages(
            Pages pages,
            StartActions starts,
            StartForms raising,
            TrackingCodes codes,
            Directories directories,
            Calendars calendars) {
        this.pages = pages;
        this.starts = starts;
        this.raising = raising;
        this.codes = codes;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping({NEW, NEW + "/{method}/{action}"})
    View form(
            HttpServletRequest request,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "chat-group") String channel,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String code) {
        var start = start(path);
        var own = directories.current().unit(officer().unit()).orElseThrow();
        var form = raising.empty(request, start, Map.of("region", own.region(), "channel", channel));
        return pages.show(
                "intake/register",
                page(
                        request,
                        path,
                        form,
                        OrderNumber.parse(done).map(OrderNumber::text).orElse(""),
                        TrackingCode.parse(code).map(TrackingCode::toString).orElse("")));
    }

    @Redisplays
    @PostMapping({NEW, NEW + "/{method}/{action}"})
    View register(
            HttpServletRequest request,
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String again) {
        var start = start(path);
        var raised = raising.take(request, start, officer());
        if (raised instanceof StartForms.Raised.Again form) {
            return pages.show(form.status(), "intake/register", page(request, path, form.form(), "", ""));
        }
        var order = ((StartForms.Raised.Done) raised).order();
        var number = OrderNumber.of(order, calendars.current());
        return new RedirectView(
                again.isEmpty()
                        ? number.address(start.method()) + "?done="
                                + start.action().id()
                        : address(path) + "?channel=" + order.text("channel") + "&done=" + number + "&code="
                                + codes.of(order.id()));
    }

    private StartPage page(
            HttpServletRequest request, Map<String, String> path, StartForms.Form form, String done, String code) {
        var screen = pages.screen(request);
        var start = form.start();
        return new StartPage(
                address(path),
                screen.w(start.action().name()),
                start.action().hint().map(screen::w).orElse(""),
                form.draft().token(),
                form.fields(),
                form.reasons(),
                others(screen, start),
                done,
                code);
    }

    private List<StartPage.Other> others(PageContext screen, StartAction here) {
        return starts.of(officer()).stream()
                .map(start -> new StartPage.Other(
                        NEW + "/" + start.method().id() + "/" + start.action().id(),
                        screen.w(start.method().name()),
                        screen.w(start.action().name()),
                        start.equals(here)))
                .toList();
    }

    private StartAction start(Map<String, String> path) {
        return starts.one(officer(), path.getOrDefault("method", ""), path.getOrDefault("action", ""));
    }

    private static String address(Map<String, String> path) {
        return path.isEmpty() ? NEW : NEW + "/" + path.get("method") + "/" + path.get("action");
    }

    private static Actor.Officer officer() {
        return SignedIn.required().actor();
    }
}
