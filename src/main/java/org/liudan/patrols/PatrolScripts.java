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
 * The scripts of the round. They import one another by plain names, so browsers ask each time whether they have changed.
 *
 * @param all the text of all of them, so that another version has another name
 */
record PatrolScripts(String all, String worker) {

    static final List<String> NAMES = List.of(
            "patrol", "words", "store", "place", "photos", "form", "checks", "route", "visits", "sending", "list",
            "stop", "visit");

    private static final String FOLDER = "/js/patrol/";

    /** Asked for anew each time, and answered in a few bytes when nothing has changed. */
    @Configuration(proxyBeanMethods = false)
    static class AskedEachTime implements WebMvcConfigurer {

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

    /** A name for this version of the scripts and of what else is kept. */
    String version(List<String> kept) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest((all + worker + kept).getBytes(StandardCharsets.UTF_8));
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
