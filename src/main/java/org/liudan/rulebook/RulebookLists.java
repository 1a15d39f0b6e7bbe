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

/** The lists that the rulebook ships: posts, categories, and lists that fields choose from. */
public final class RulebookLists {

    private static final Map<String, Map<String, LocalizedText>> LISTS = new ConcurrentHashMap<>();

    private static final Set<String> KINDS_OF_UNIT =
            unitsOfPosts().values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

    private RulebookLists() {}

    /** The names of the kinds of post, by id. */
    public static Map<String, LocalizedText> posts() {
        return names("rulebook/posts.csv", "post");
    }

    /** The kinds of unit that have a kind of post, by the id of the post. */
    public static Map<String, Set<String>> unitsOfPosts() {
        var units = new LinkedHashMap<String, Set<String>>();
        CsvFile.ofClasspath("rulebook/posts.csv")
                .rows()
                .forEach(row ->
                        units.put(row.get("post"), Set.of(row.get("units").split(" "))));
        return units;
    }

    /** All kinds of unit: those that have posts. */
    public static Set<String> kindsOfUnit() {
        return Collections.unmodifiableSet(KINDS_OF_UNIT);
    }

    /** The names of the categories of appeals, by code. The codes of the five groups have no dot. */
    public static Map<String, LocalizedText> categories() {
        return names("rulebook/categories.csv", "category");
    }

    /** A list that fields choose from: names by code, in the order of the file. Empty if there is no such list. */
    public static Map<String, LocalizedText> list(String name) {
        return LISTS.computeIfAbsent(name, list -> {
            var file = "rulebook/lists/" + list + ".csv";
            return list.matches("[a-z][a-z0-9-]*") && new ClassPathResource(file).exists()
                    ? names(file, "code")
                    : Map.of();
        });
    }

    private static Map<String, LocalizedText> names(String file, String key) {
        var names = new LinkedHashMap<String, LocalizedText>();
        CsvFile.ofClasspath(file)
                .rows()
                .forEach(row -> names.put(row.get(key), new LocalizedText(row.get("zh"), row.get("en"))));
        return names;
    }
}
