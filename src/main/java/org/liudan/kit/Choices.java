package org.liudan.kit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** How somebody likes to read: which language, how large. */
@Controller
class Choices {

    private static final int YEAR = 365 * 24 * 3600;

    private final LocaleResolver locales;

    Choices(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/language")
    View language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
        return back(back);
    }

    @PostMapping("/type-size")
    View typeSize(
            @RequestParam String large, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        var cookie = new Cookie(Screen.LARGE, large.equals("yes") ? "yes" : "no");
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return back(back);
    }

    private static View back(String back) {
        var view = new RedirectView(safe(back));
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** An address of our own, never another site's. */
    static String safe(String back) {
        return back.matches("/(?![/\\\\]).*") && back.chars().noneMatch(Character::isISOControl) ? back : "/";
    }
}
