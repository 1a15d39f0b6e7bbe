package org.liudan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.geo.TileSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Which pages need whom, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /** The authority of everybody whose post is part of the district's work. */
    public static final String HANDLES_ORDERS = "handles-orders";

    /** The pictures under a map come from outside only where an operator has said from where. */
    private static final String CONTENT = "default-src 'self'; img-src %s; object-src 'none';"
            + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private static final String PICTURES = "'self' data: blob:";

    private static final String[] PUBLIC = {
        "/",
        "/raise",
        "/raise/**",
        "/track",
        "/track/**",
        "/q/**",
        "/sign-in",
        "/language",
        "/type-size",
        "/error",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/favicon.ico",
        "/geo/**",
        "/api"
    };

    @Bean
    SecurityFilterChain security(HttpSecurity http, AccessRefusals refusals, TileSource tiles) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(
                                "/admin/calendar/**", "/admin/rulebook/**", "/admin/settings/**", "/admin/shapes/**")
                        .hasAuthority("administrator")
                        .requestMatchers("/admin/people/**", "/admin/programs/**")
                        .hasAuthority("security")
                        .requestMatchers("/admin/audit/**")
                        .hasAuthority("auditor")
                        .requestMatchers("/admin/verify/**")
                        .hasAnyAuthority("auditor", "inspector", "discipline")
                        .requestMatchers("/desk", "/post", "/password", "/methods/**")
                        .authenticated()
                        // whatever is not said above is the district's work, which those who run the system don't see
                        .anyRequest()
                        .hasAuthority(HANDLES_ORDERS))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT.formatted(pictures(tiles))))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=(self)")))
                .build();
    }

    private static String pictures(TileSource tiles) {
        return Stream.concat(Stream.of(PICTURES), tiles.origins().stream()).collect(Collectors.joining(" "));
    }

    /** In a cookie, so that a resident's visit needs no session; it outlives the browser, and a form left open in it. */
    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.maxAge(Duration.ofDays(30)).sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** A character that no text has and no database keeps is refused before anything reads it. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        // letters beyond ASCII come in headers as whatever bytes they are; nobody who reads one relies on more than
        // this
        firewall.setAllowedHeaderValues(value -> value.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 127));
        return firewall;
    }

    /** Nobody is authenticated by the framework itself: signing in goes through the accounts. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new UnsupportedOperationException("Sign in through /sign-in");
        };
    }

    /** Chinese unless somebody chose English, or a program asks for it. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                if (Problems.concern(request.getRequestURI())) {
                    return Problems.language(request);
                }
                return super.resolveLocale(request).getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
            }
        };
        resolver.setDefaultLocale(Locale.CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        return resolver;
    }
}
