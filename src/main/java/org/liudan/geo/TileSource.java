package org.liudan.geo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The source of the map tiles under the map, from the settings {@code liudan.map.*}. By default there is none, and no outside
 * server is called.
 *
 * @param urls URL templates with {z}, {x}, {y} and optionally {s}; each is one layer, drawn in this order
 * @param subdomains the values of {s}
 * @param attribution the text that must be printed with the tiles, such as their 审图号
 * @param gcj02 true when the tiles are in GCJ-02
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
        this(splitWords(tiles), splitWords(subdomains), attribution, gcj02);
    }

    public TileSource {
        urls.stream().filter(url -> !url.matches(ORIGIN)).findFirst().ifPresent(url -> {
            throw new IllegalArgumentException("liudan.map.tiles: http(s)://… expected, found " + url);
        });
        urls = List.copyOf(urls);
        subdomains = List.copyOf(subdomains);
    }

    /** Returns the origins from which a page must be allowed to load tiles. */
    public List<String> origins() {
        return urls.stream()
                .map(url -> url.replaceFirst(ORIGIN, "$1"))
                .flatMap(origin -> origin.contains("{s}")
                        ? subdomains.stream().map(subdomain -> origin.replace("{s}", subdomain))
                        : Stream.of(origin))
                .distinct()
                .collect(Collectors.toList());
    }

    private static List<String> splitWords(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
