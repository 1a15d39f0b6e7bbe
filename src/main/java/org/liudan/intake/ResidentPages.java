package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.liudan.engine.Actor;
import org.liudan.kit.Pages;
import org.liudan.orders.TrackingCodes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a resident begins: the front page, and raising an order without an account. */
@Controller
class ResidentPages {

    private final Pages pages;
    private final Raising raising;
    private final TrackingCodes codes;

    ResidentPages(Pages pages, Raising raising, TrackingCodes codes) {
        this.pages = pages;
        this.raising = raising;
        this.codes = codes;
    }

    @GetMapping("/")
    View home() {
        return pages.show("intake/home", new HomePage());
    }

    @GetMapping("/raise")
    View form(HttpServletRequest request, @RequestParam(defaultValue = "") String region) {
        return pages.show("intake/raise", raising.empty(request, "raise", Map.of("region", region)));
    }

    @PostMapping("/raise")
    View raise(HttpServletRequest request) {
        var raised = raising.take(request, "raise", new Actor.Resident());
        return raised instanceof Raising.Raised.Order order
                ? new RedirectView("/track/" + codes.of(order.order().id()) + "?new")
                : pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "intake/raise", ((Raising.Raised.Again) raised).form());
    }
}
