package org.liudan.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.liudan.engine.method.LocalizedText;
import org.springframework.core.io.ClassPathResource;

/** The lists of posts and categories that the rulebook ships. */
public final class RulebookLists {

    private static final Map<String, Map<String, LocalizedText>> LISTS = new ConcurrentHashMap<>();

    private static final Set<String> UNITS =
            unitsOfPosts().values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

    private RulebookLists() {}

    /** Kinds of post with their names. */
    public static Map<String, LocalizedText> posts() {
        return words("rulebook/posts.csv", "post");
    }

    /** The kinds of unit that have each kind of post. */
    public static Map<String, Set<String>> unitsOfPosts() {
        var units = new LinkedHashMap<String, Set<String>>();
        CsvFile.ofClasspath("rulebook/posts.csv")
                .rows()
                .forEach(row ->
                        units.put(row.get("post"), Set.of(row.get("units").split(" "))));
        return units;
    }

    /** The kinds of unit there are: those that have posts. */
    public static Set<String> kindsOfUnit() {
        return Collections.unmodifiableSet(UNITS);
    }

    /** Categories of appeals with their names; the five groups have no dot in their code. */
    public static Map<String, LocalizedText> categories() {
        return words("rulebook/categories.csv", "category");
    }

    /** A list that fields choose from, with the names of its entries in the order of the file; empty if there is none. */
    public static Map<String, LocalizedText> list(String name) {
        return LISTS.computeIfAbsent(name, list -> {
            var file = "rulebook/lists/" + list + ".csv";
            return list.matches("[a-z][a-z0-9-]*") && new ClassPathResource(file).exists()
                    ? words(file, "code")
                    : Map.of();
        });
    }

    private static Map<String, LocalizedText> words(String file, String key) {
        var words = new LinkedHashMap<String, LocalizedText>();
        CsvFile.ofClasspath(file)
                .rows()
                .forEach(row -> words.put(row.get(key), new LocalizedText(row.get("zh"), row.get("en"))));
        return words;
    }
}
