package org.liudan.web;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions are stored in the database, so that they survive a restart and several processes share them. They end after
 * half an hour without a request.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 1800)
class Sessions {

    /** Expired sessions are deleted every minute, and this must not start before their table is created. */
    @Bean
    static BeanFactoryPostProcessor sessionsAfterTheirTable() {
        return beans -> beans.getBeanDefinition("sessionRepository").setDependsOn("flywayInitializer");
    }

    @Bean
    CookieSerializer cookieSerializer() {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName("liudan");
        cookies.setSameSite("Lax");
        cookies.setUseHttpOnlyCookie(true);
        return cookies;
    }

    /** Also filters error pages, so that they link a signed-in user to their desk. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
        var registered = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registered.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registered.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registered;
    }
}
