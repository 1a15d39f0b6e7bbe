package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rulebook that the product ships, put in force for a district. */
@Component
public class RulebookFiles {

    private static final String METHODS = "classpath*:rulebook/methods/*.yaml";

    private final Rulebook rulebook;

    RulebookFiles(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Publishes every shipped method; a method whose text hasn't changed keeps its version.
     *
     * @throws RulebookFaults with the faults of all files, if there are any; then none is published
     */
    public void publish(int district) {
        var files = new TreeMap<String, String>();
        Arrays.stream(resources()).forEach(file -> files.put(name(file), text(file)));
        rulebook.publish(district, files);
    }

    private static Resource[] resources() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(METHODS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(Resource file) {
        return "rulebook/methods/" + Objects.requireNonNull(file.getFilename());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
