package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.liudan.engine.method.Method;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every file of methods and registers that the product ships. */
public final class Shipped {

    private Shipped() {}

    /** Texts by file name. */
    public static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:rulebook/*/*.yaml")) {
                texts.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return texts;
    }

    public static Method[] methods() {
        return Joint.methods(texts());
    }
}
