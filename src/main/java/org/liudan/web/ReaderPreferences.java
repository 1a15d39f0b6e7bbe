package org.liudan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/** How somebody likes to read: which language, how large; on a page by itself, or in the middle of a form. */
@Controller
class ReaderPreferences implements HandlerInterceptor {

    private static final int YEAR = 365 * 24 * 3600;

    private final LocaleResolver locales;

    ReaderPreferences(LocaleResolver locales) {
        this.locales = locales;
    }

    @Configuration(proxyBeanMethods = false)
    static class InForms implements WebMvcConfigurer {

        private final ReaderPreferences choices;

        InForms(ReaderPreferences choices) {
            this.choices = choices;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(choices);
        }
    }

    /** In the middle of a form the choice comes with everything that is typed, and the form is shown again with it. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Redisplays.class)) {
            var read = request.getParameter(FormRedisplay.ASKED);
            if ("en".equals(read) || "zh".equals(read)) {
                speak(read, request, response);
            } else if ("large".equals(read) || "usual".equals(read)) {
                size(read.equals("large"), request, response);
            }
        }
        return true;
    }

    @PostMapping("/language")
    View language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        speak(to, request, response);
        return back(back);
    }

    @PostMapping("/type-size")
    View typeSize(
            @RequestParam String large,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        size(large.equals("yes"), request, response);
        return back(back);
    }

    private void speak(String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    private static void size(boolean large, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(PageContext.LARGE, large);
        var cookie = new Cookie(PageContext.LARGE, large ? "yes" : "no");
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static View back(String back) {
        var view = new RedirectView(LocalAddress.of(back));
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
