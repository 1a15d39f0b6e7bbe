package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Method;
import org.springframework.core.io.ClassPathResource;

/** Two small methods for tests. One opens orders of the other. */
public final class Joint {

    private Joint() {}

    public static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        List.of("joint.yaml", "joint-part.yaml").forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    public static Method[] methods() {
        return methods(texts());
    }

    /** Reads methods that have no faults. */
    public static Method[] methods(Map<String, String> texts) {
        var faults = Rulebook.check(texts);
        if (!faults.isEmpty()) {
            throw new RulebookFaults(faults);
        }
        return texts.entrySet().stream()
                .map(file -> MethodReader.read(file.getKey(), file.getValue(), SixOrders.POSTS)
                        .method()
                        .orElseThrow())
                .toArray(Method[]::new);
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
