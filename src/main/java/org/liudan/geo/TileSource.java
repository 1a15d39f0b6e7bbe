package org.liudan.geo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the pictures under the map come from, if anywhere: nothing outside is asked unless somebody has set it.
 *
 * @param urls templates with {z}, {x}, {y} and perhaps {s}, drawn one above the other
 * @param subdomains what {s} stands for
 * @param attribution what has to be said of them, such as their 审图号
 * @param gcj02 true when they are shifted
 */
@Component
public record TileSource(List<String> urls, List<String> subdomains, String attribution, boolean gcj02) {

    private static final String ORIGIN = "^(https?://[^/]+).*$";

    @Autowired
    TileSource(
            @Value("${liudan.map.tiles:}") String tiles,
            @Value("${liudan.map.subdomains:}") String subdomains,
            @Value("${liudan.map.attribution:}") String attribution,
            @Value("${liudan.map.gcj02:false}") boolean gcj02) {
        this(words(tiles), words(subdomains), attribution, gcj02);
    }

    public TileSource {
        urls.stream().filter(url -> !url.matches(ORIGIN)).findFirst().ifPresent(url -> {
            throw new IllegalArgumentException("liudan.map.tiles: http(s)://… expected, found " + url);
        });
        urls = List.copyOf(urls);
        subdomains = List.copyOf(subdomains);
    }

    public boolean isSet() {
        return !urls.isEmpty();
    }

    /** The origins that a page has to be allowed to get pictures from. */
    public List<String> origins() {
        return urls.stream()
                .map(url -> url.replaceFirst(ORIGIN, "$1"))
                .flatMap(origin -> origin.contains("{s}")
                        ? subdomains.stream().map(subdomain -> origin.replace("{s}", subdomain))
                        : Stream.of(origin))
                .distinct()
                .collect(Collectors.toList());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
