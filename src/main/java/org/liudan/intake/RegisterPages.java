package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.liudan.kit.Pages;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.TrackingCode;
import org.liudan.orders.TrackingCodes;
import org.liudan.people.Directories;
import org.liudan.people.SignedIn;
import org.liudan.settings.Calendars;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Writing down what a resident said: the visit ledger (民情走访台账). */
@Controller
class RegisterPages {

    private final Pages pages;
    private final Raising raising;
    private final TrackingCodes codes;
    private final Directories directories;
    private final Calendars calendars;

    RegisterPages(Pages pages, Raising raising, TrackingCodes codes, Directories directories, Calendars calendars) {
        this.pages = pages;
        this.raising = raising;
        this.codes = codes;
        this.directories = directories;
        this.calendars = calendars;
    }

    @GetMapping("/orders/new")
    View form(
            HttpServletRequest request,
            @RequestParam(defaultValue = "chat-group") String channel,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String code) {
        onlyRegistrars();
        var own = directories.current().unit(SignedIn.required().seat().unit()).orElseThrow();
        return pages.show(
                "intake/register",
                new RegisterPage(
                        raising.empty(request, "register", Map.of("region", own.region(), "channel", channel)),
                        OrderNumber.parse(done).map(OrderNumber::text).orElse(""),
                        TrackingCode.parse(code).map(TrackingCode::toString).orElse("")));
    }

    @PostMapping("/orders/new")
    View register(HttpServletRequest request, @RequestParam(defaultValue = "") String again) {
        onlyRegistrars();
        var raised = raising.take(request, "register", SignedIn.required().actor());
        if (raised instanceof Raising.Raised.Again form) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT, "intake/register", new RegisterPage(form.form(), "", ""));
        }
        var order = ((Raising.Raised.Order) raised).order();
        var number = OrderNumber.of(
                order.id(), order.raisedAt(), calendars.current().hours().zone());
        return new RedirectView(
                again.isEmpty()
                        ? "/orders/" + number + "?done=register"
                        : "/orders/new?channel=" + order.text("channel") + "&done=" + number + "&code="
                                + codes.of(order.id()));
    }

    private void onlyRegistrars() {
        if (!raising.may("register", SignedIn.required().seat().post())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
