package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rulebook that the product ships, put in force for a district. */
@Component
public class RulebookFiles {

    private static final String METHODS = "classpath*:rulebook/methods/*.yaml";

    private final Rulebook rulebook;
    private final MethodVersions versions;
    private final ShippedOffers offers;

    RulebookFiles(Rulebook rulebook, MethodVersions versions, ShippedOffers offers) {
        this.rulebook = rulebook;
        this.versions = versions;
        this.offers = offers;
    }

    /**
     * Publishes every shipped method; a method whose text hasn't changed keeps its version, and one that the district has
     * changed stays the district's: the shipped text is then only offered.
     *
     * @throws RulebookFaults with the faults of all files, if there are any; then none is published
     */
    public void publish(int district) {
        var files = Arrays.stream(resources())
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList();
        var faults = files.stream()
                .flatMap(file -> rulebook.check(name(file), text(file)).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new RulebookFaults(faults);
        }
        files.forEach(file -> bring(district, name(file), text(file)));
    }

    /** Puts one shipped text in force, or on offer. */
    void bring(int district, String name, String text) {
        var method = rulebook.read(name, text).method().orElseThrow().id();
        var history = versions.of(district, method);
        if (history.isEmpty() || history.get(0).by().isEmpty()) {
            rulebook.publish(district, name, text);
        } else if (history.stream().noneMatch(version -> version.text().equals(text))) {
            offers.offer(district, new ShippedOffers.Offer(method, name, text));
        }
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
