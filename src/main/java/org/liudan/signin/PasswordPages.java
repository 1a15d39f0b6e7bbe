package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.identity.Accounts;
import org.liudan.identity.Accounts.PasswordChangeReason;
import org.liudan.identity.SignedIn;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Changing one's own password. */
@Controller
class PasswordPages {

    private final Pages pages;
    private final Accounts accounts;

    PasswordPages(Pages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping("/password")
    View form(HttpSession session, @RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, session, List.of(), done.equals("yes"));
    }

    @PostMapping("/password")
    View change(
            HttpServletRequest request,
            HttpSession session,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again) {
        var fault = chosen.equals(again)
                ? accounts.changePassword(SignedIn.from(request.getRemoteAddr()), old, chosen)
                : Optional.of(new Reason("password.again-differs", List.of(), Optional.of("again")));
        if (fault.isPresent()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, session, List.of(fault.get()), false);
        }
        session.removeAttribute(PasswordChangeFilter.ATTRIBUTE);
        return new RedirectView("/password?done=yes");
    }

    private View show(HttpStatus status, HttpSession session, List<Reason> reasons, boolean done) {
        var mustChange = Optional.ofNullable(session.getAttribute(PasswordChangeFilter.ATTRIBUTE))
                .map(reason ->
                        reason.equals(PasswordChangeReason.EXPIRED.name()) ? "password.must.old" : "password.must");
        return pages.show(
                status, "signin/password", new PasswordPage(mustChange, reasons, done && mustChange.isEmpty()));
    }
}
