package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes users who signed in with a one-time or expired password change it before they do anything else. */
@Configuration(proxyBeanMethods = false)
class PasswordChangeFilter implements WebMvcConfigurer, HandlerInterceptor {

    /**
     * The session attribute with the name of the {@link org.liudan.identity.Accounts.PasswordChangeReason}; absent if the
     * password need not be changed.
     */
    static final String ATTRIBUTE = "liudan.must-change";

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
        if (session != null && session.getAttribute(ATTRIBUTE) != null) {
            response.sendRedirect("/password");
            return false;
        }
        return true;
    }
}
