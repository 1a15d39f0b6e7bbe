package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.liudan.programs.Programs;
import org.liudan.programs.TokenFilter;
import org.liudan.web.AttemptThrottle;
import org.liudan.web.Problems;
import org.liudan.web.SecurityConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Security of the API. Programs send a token with every request; they have no session and no cookie, so no CSRF token is needed. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String DOCUMENT = "/api/v1/openapi.json";

    @Bean
    @Order(1)
    SecurityFilterChain programSecurity(HttpSecurity http, Programs programs, Problems problems, Clock clock)
            throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        return http.securityMatcher("/api/*/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(DOCUMENT)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(SecurityConfiguration.HANDLES_ORDERS))
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new TokenFilter(programs, new AttemptThrottle(clock), problems, contexts),
                        SecurityContextHolderFilter.class)
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, fault) -> refuse(problems, request, response))
                        .accessDeniedHandler((request, response, fault) ->
                                problems.write(problems.of(403, request), request, response)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    private static void refuse(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var hasCredentials = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"liudan\"" + (hasCredentials ? ", error=\"invalid_token\"" : ""));
        problems.write(problems.of(401, request), request, response);
    }
}
