package org.liudan.notices;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.orders.store.OrderNumber;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The bell. */
@Controller
class NoticesPages {

    private final Pages pages;
    private final Notices notices;
    private final Rulebook rulebook;

    NoticesPages(Pages pages, Notices notices, Rulebook rulebook) {
        this.pages = pages;
        this.notices = notices;
        this.rulebook = rulebook;
    }

    @GetMapping("/notices")
    View latest(HttpServletRequest request) {
        var screen = pages.screen(request);
        var latest = notices.latest(SignedIn.required());
        return pages.show(
                "notices/notices",
                new NoticesPage(
                        latest.stream().map(notice -> line(notice, screen)).toList(),
                        latest.isEmpty() ? 0 : latest.get(0).id()));
    }

    @PostMapping("/notices")
    View seen(@RequestParam long last) {
        notices.see(SignedIn.required(), last);
        return new RedirectView("/notices");
    }

    private NoticesPage.Line line(Notices.Notice notice, PageContext screen) {
        var method = rulebook.version(screen.directory().district(), notice.method(), notice.version());
        return new NoticesPage.Line(
                OrderNumber.of(notice.order(), notice.raisedAt(), screen.calendar())
                        .text(),
                notice.title(),
                Optional.ofNullable(method.actions().get(notice.what()))
                        .map(action -> screen.w(action.name()))
                        .orElseGet(() -> screen.t("event." + notice.what())),
                notice.at(),
                notice.fresh());
    }
}
