package org.liudan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** The reader's preferences: language and type size. They are set by buttons of the page, or by a button inside a form. */
@Controller
class ReaderPreferences implements HandlerInterceptor {

    private static final String LARGE = "large";

    /** The lifetime of the cookie in seconds. */
    private static final int YEAR = 365 * 24 * 3600;

    private final LocaleResolver locales;

    ReaderPreferences(LocaleResolver locales) {
        this.locales = locales;
    }

    @Configuration(proxyBeanMethods = false)
    static class FormInterceptor implements WebMvcConfigurer {

        private final ReaderPreferences preferences;

        FormInterceptor(ReaderPreferences preferences) {
            this.preferences = preferences;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(preferences);
        }
    }

    /** A preference inside a form is submitted with everything typed, and the form is shown again with it. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Redisplays.class)) {
            var preference = request.getParameter(FormRedisplay.PARAMETER);
            if ("en".equals(preference) || "zh".equals(preference)) {
                setLanguage(preference, request, response);
            } else if ("large".equals(preference) || "usual".equals(preference)) {
                setTypeSize(preference.equals("large"), request, response);
            }
        }
        return true;
    }

    @PostMapping("/language")
    View changeLanguage(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        setLanguage(to, request, response);
        return back(back);
    }

    @PostMapping("/type-size")
    View changeTypeSize(
            @RequestParam String large,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        setTypeSize(large.equals("yes"), request, response);
        return back(back);
    }

    private void setLanguage(String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, language.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    private static void setTypeSize(boolean large, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(LARGE, large);
        var cookie = new Cookie(LARGE, large ? "yes" : "no");
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

    /** True if the reader chose the large type for this request, or earlier in a cookie. */
    static boolean isLarge(HttpServletRequest request) {
        if (request.getAttribute(LARGE) instanceof Boolean chosen) {
            return chosen;
        }
        return request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(LARGE)
                                && cookie.getValue().equals("yes"));
    }
}
