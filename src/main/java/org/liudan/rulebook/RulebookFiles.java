package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Puts the rulebook files that the product ships in force for a district. */
@Component
public class RulebookFiles {

    private static final List<String> FOLDERS = List.of("methods", "registers");

    private final Rulebook rulebook;
    private final MethodVersions versions;
    private final ShippedOffers offers;

    RulebookFiles(Rulebook rulebook, MethodVersions versions, ShippedOffers offers) {
        this.rulebook = rulebook;
        this.versions = versions;
        this.offers = offers;
    }

    /**
     * Publishes every shipped method and register. A text that hasn't changed gets no new version. Where the district has
     * changed a method, its own text stays in force and the shipped text is only offered.
     *
     * @throws RulebookFaults with the faults of all files; then none is published
     */
    public void publish(int district) {
        var files = new TreeMap<String, String>();
        FOLDERS.forEach(folder -> Arrays.stream(resources(folder))
                .forEach(file -> files.put(
                        "rulebook/" + folder + "/" + Objects.requireNonNull(file.getFilename()), text(file))));
        publishOrOffer(district, files);
    }

    /**
     * Puts shipped texts in force together, or offers them where the district has changed the method.
     *
     * @param files texts by file name
     */
    void publishOrOffer(int district, Map<String, String> files) {
        var newFiles = new TreeMap<>(files);
        newFiles.values().removeAll(versions.settledTexts(district));
        var unchanged = new TreeMap<String, String>();
        newFiles.forEach((name, text) -> {
            var history = MethodReader.read(name, text, RulebookLists.posts().keySet())
                    .method()
                    .map(method -> versions.of(district, method.id()))
                    .orElse(List.of());
            if (history.isEmpty() || history.get(0).by().isEmpty()) {
                unchanged.put(name, text);
            } else {
                offers.offer(district, new ShippedOffers.Offer(history.get(0).method(), name, text));
            }
        });
        if (!unchanged.isEmpty()) {
            rulebook.publish(district, unchanged);
        }
    }

    private static Resource[] resources(String folder) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:rulebook/" + folder + "/*.yaml");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
