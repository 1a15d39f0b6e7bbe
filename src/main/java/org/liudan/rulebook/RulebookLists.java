package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.liudan.engine.Words;

/** The lists of posts and categories that the rulebook ships. */
public final class RulebookLists {

    private RulebookLists() {}

    /** Kinds of post with their names. */
    public static Map<String, Words> posts() {
        return words("rulebook/posts.csv", "post");
    }

    /** Categories of appeals with their names; the five groups have no dot in their code. */
    public static Map<String, Words> categories() {
        return words("rulebook/categories.csv", "category");
    }

    private static Map<String, Words> words(String file, String key) {
        var words = new LinkedHashMap<String, Words>();
        CsvFile.ofClasspath(file)
                .rows()
                .forEach(row -> words.put(row.get(key), new Words(row.get("zh"), row.get("en"))));
        return words;
    }
}
