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

/** Which pages need which authority, and the security headers of every response. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    /** The authority of everyone whose post works on orders. */
    public static final String HANDLES_ORDERS = "handles-orders";

    /** Map tiles may come from another site only if an operator has configured it. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src %s; object-src 'none';"
            + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private static final String IMAGE_SOURCES = "'self' data: blob:";

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
                        // all other pages are the district's work, which system administrators must not see
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
                                policy -> policy.policyDirectives(CONTENT_POLICY.formatted(imageSources(tiles))))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=(self)")))
                .build();
    }

    private static String imageSources(TileSource tiles) {
        return Stream.concat(Stream.of(IMAGE_SOURCES), tiles.origins().stream()).collect(Collectors.joining(" "));
    }

    /** Tokens are in a cookie, so that residents need no session. It stays valid for forms left open in a closed browser. */
    private static CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.maxAge(Duration.ofDays(30)).sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Refuses the null character in parameters, which the database can't store. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        // headers may hold any bytes beyond ASCII; no code here relies on more than the absence of control characters
        firewall.setAllowedHeaderValues(value -> value.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 127));
        return firewall;
    }

    /** The framework itself authenticates nobody: signing in is done by the accounts. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new UnsupportedOperationException("Sign in through /sign-in");
        };
    }

    /** Chinese unless the user chose English or an API client requests it. */
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
