package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever came in with a password to be used once, or too old, changes it before doing anything else. */
@Configuration(proxyBeanMethods = false)
class PasswordChangeFilter implements WebMvcConfigurer, HandlerInterceptor {

    /** Why, as the name of an {@link org.liudan.identity.Accounts.Change}; not there when nothing has to be changed. */
    static final String MARK = "liudan.must-change";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        "/password",
                        "/sign-in",
                        "/sign-out",
                        "/language",
                        "/type-size",
                        "/error",
                        "/css/**",
                        "/js/**",
                        "/img/**",
                        "/webjars/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(MARK) != null) {
            response.sendRedirect("/password");
            return false;
        }
        return true;
    }
}
