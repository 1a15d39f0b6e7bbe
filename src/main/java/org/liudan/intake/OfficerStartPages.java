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

/** The pages where officers raise orders: for a resident (民情走访台账), or by a method that their post may start. */
@Controller
class OfficerStartPages {

    private static final String NEW = "/orders/new";

    private final Pages pages;
    private final StartActions startActions;
    private final StartForms forms;
    private final TrackingCodes codes;
    private final Directories directories;
    private final Calendars calendars;

    OfficerStartPages(
            Pages pages,
            StartActions startActions,
            StartForms forms,
            TrackingCodes codes,
            Directories directories,
            Calendars calendars) {
        this.pages = pages;
        this.startActions = startActions;
        this.forms = forms;
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
        var ownUnit = directories.current().unit(officer().unit()).orElseThrow();
        var form = forms.empty(request, start, Map.of("region", ownUnit.region(), "channel", channel));
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
        var raised = forms.submit(request, start, officer());
        if (raised instanceof StartForms.StartResult.RedisplayedStart form) {
            return pages.show(form.status(), "intake/register", page(request, path, form.form(), "", ""));
        }
        var order = ((StartForms.StartResult.RaisedOrder) raised).order();
        var number = OrderNumber.of(order, calendars.current());
        return new RedirectView(
                again.isEmpty()
                        ? number.address(start.method()) + "?done="
                                + start.action().id()
                        : address(path) + "?channel=" + order.text("channel") + "&done=" + number + "&code="
                                + codes.of(order.id()));
    }

    private StartPage page(
            HttpServletRequest request, Map<String, String> path, StartForms.StartForm form, String done, String code) {
        var context = pages.screen(request);
        var start = form.start();
        return new StartPage(
                address(path),
                context.w(start.action().name()),
                start.action().hint().map(context::w).orElse(""),
                form.draft().token(),
                form.fields(),
                form.reasons(),
                links(context, start),
                done,
                code);
    }

    private List<StartPage.StartLink> links(PageContext context, StartAction current) {
        return startActions.of(officer()).stream()
                .map(start -> new StartPage.StartLink(
                        NEW + "/" + start.method().id() + "/" + start.action().id(),
                        context.w(start.method().name()),
                        context.w(start.action().name()),
                        start.equals(current)))
                .toList();
    }

    private StartAction start(Map<String, String> path) {
        return startActions.one(officer(), path.getOrDefault("method", ""), path.getOrDefault("action", ""));
    }

    private static String address(Map<String, String> path) {
        return path.isEmpty() ? NEW : NEW + "/" + path.get("method") + "/" + path.get("action");
    }

    private static Actor.Officer officer() {
        return SignedIn.required().actor();
    }
}
