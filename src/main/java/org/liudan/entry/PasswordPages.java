package org.liudan.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.liudan.kit.Pages;
import org.liudan.people.Accounts;
import org.liudan.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

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
    View form(HttpSession session) {
        return show(HttpStatus.OK, session, Optional.empty(), false);
    }

    @PostMapping("/password")
    View change(
            HttpServletRequest request,
            HttpSession session,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again) {
        var fault = chosen.equals(again)
                ? accounts.changePassword(SignedIn.required().account(), old, chosen, request.getRemoteAddr())
                : Optional.of("password.again-differs");
        if (fault.isEmpty()) {
            session.removeAttribute(MustChange.MARK);
        }
        return show(
                fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, session, fault, fault.isEmpty());
    }

    private View show(HttpStatus status, HttpSession session, Optional<String> fault, boolean done) {
        var must = Boolean.TRUE.equals(session.getAttribute(MustChange.MARK));
        return pages.show(status, "entry/password", new PasswordPage(must, fault, done));
    }
}
