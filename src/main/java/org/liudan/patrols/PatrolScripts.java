package org.liudan.patrols;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The scripts of the patrol. They import one another by names without a version, so browsers revalidate them each time.
 *
 * @param all the text of all scripts, from which the version is calculated
 * @param worker the text of the service worker
 */
record PatrolScripts(String all, String worker) {

    static final List<String> NAMES = List.of(
            "patrol", "words", "store", "place", "photos", "form", "checks", "route", "visits", "sending", "list",
            "stop", "visit");

    private static final String FOLDER = "/js/patrol/";

    /** Makes browsers revalidate the scripts; the answer is a short 304 when nothing has changed. */
    @Configuration(proxyBeanMethods = false)
    static class RevalidatedScripts implements WebMvcConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler(FOLDER + "*")
                    .addResourceLocations("classpath:/static" + FOLDER)
                    .setCacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate());
        }
    }

    static PatrolScripts read() {
        var all = new StringBuilder();
        NAMES.forEach(name -> all.append(text(name)));
        return new PatrolScripts(all.toString(), text("worker"));
    }

    static String url(String name) {
        return FOLDER + name + ".js";
    }

    /** Returns a version of the scripts and of the other cached addresses: 12 hexadecimal digits of a hash. */
    String version(List<String> cached) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((all + worker + cached).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("static" + url(name)).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
