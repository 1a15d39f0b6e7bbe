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

/** The page behind the bell: the notices of the user's post. */
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
        var context = pages.screen(request);
        var latest = notices.latest(SignedIn.required());
        return pages.show(
                "notices/notices",
                new NoticesPage(
                        latest.stream().map(notice -> line(notice, context)).toList(),
                        latest.isEmpty() ? 0 : latest.get(0).id()));
    }

    @PostMapping("/notices")
    View markSeen(@RequestParam long last) {
        notices.markSeen(SignedIn.required(), last);
        return new RedirectView("/notices");
    }

    private NoticesPage.Line line(Notices.Notice notice, PageContext context) {
        var method = rulebook.version(context.directory().district(), notice.method(), notice.version());
        return new NoticesPage.Line(
                OrderNumber.of(notice.order(), notice.raisedAt(), context.calendar())
                        .text(),
                notice.title(),
                Optional.ofNullable(method.actions().get(notice.eventKind()))
                        .map(action -> context.w(action.name()))
                        .orElseGet(() -> context.t("event." + notice.eventKind())),
                notice.at(),
                notice.unread());
    }
}
